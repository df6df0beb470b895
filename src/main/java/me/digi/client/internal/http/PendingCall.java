package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.digi.client.error.NetworkException.Kind;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call under way, and the thread that waits for it. That thread runs what belongs to the caller, the hooks and the
 * application's logger, and leaves when its time is over, when it is interrupted and when the client closes: also while the
 * call still waits for its turn in a dispatcher of the application. Only a token request that was sent is waited for in any
 * case, since its response has what cannot be had again.
 */
final class PendingCall<T> implements Callback<T> {
    private final CallContext context;
    private final Call<T> call;
    private final CompletableFuture<Response<T>> result = new CompletableFuture<>();

    PendingCall(CallContext context, Call<T> call) {
        this.context = context;
        this.call = call;
    }

    /** Makes the call. */
    Response<T> await(RunningTime time) {
        boolean wasInterrupted = false;
        try {
            call.enqueue(this);
            while (!result.isDone()) {
                try {
                    runNext(time);
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                    interrupted(e);
                }
                if (time.isOver() && context.endedBy() == null) {
                    end(Kind.TIMED_OUT, new InterruptedIOException("timeout"));
                }
            }
            return result.get();
        } catch (InterruptedException e) {
            throw new AssertionError("the call has ended", e);
        } catch (ExecutionException e) {
            throw Failures.map(e.getCause(), context);
        } catch (RuntimeException | Error e) {
            // The application's event listener is called before the call is enqueued.
            throw Failures.map(new ForeignFailureException(e), context);
        } finally {
            context.handover().close(context.endedBy()).forEach(Runnable::run);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the next piece of work, and runs it; the time that it takes does not count. */
    private void runNext(RunningTime time) throws InterruptedException {
        boolean isWaitingForResponse = context.isWaitingForResponse();
        // Once it is over, whoever makes the call has been told to stop.
        long limit = time.isOver() ? Long.MAX_VALUE : time.next(isWaitingForResponse);
        long began = System.nanoTime();
        Runnable work = context.handover().next(limit);
        time.waited(System.nanoTime() - began, limit, isWaitingForResponse);
        if (work != null) {
            work.run();
        }
    }

    /** A call that may have left, and whose response has what cannot be had again, is waited for, the flag kept. */
    private void interrupted(InterruptedException cause) {
        if (context.giveUp() || !context.repeatability().hasUniqueResponse()) {
            IOException failure = new InterruptedIOException("interrupted");
            failure.initCause(cause);
            end(Kind.INTERRUPTED, failure);
        }
    }

    /** Waits, until that moment, for a token request that was sent: its response has what cannot be had again. */
    void land(long deadline) {
        if (!context.hasHooks() || context.giveUp()) {
            return;
        }
        boolean wasInterrupted = false;
        while (!result.isDone() && System.nanoTime() - deadline < 0) {
            try {
                result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                wasInterrupted = true;
            } catch (ExecutionException | TimeoutException isOver) {
                break;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the call because the client closes. */
    void close() {
        end(Kind.INTERRUPTED, new InterruptedIOException("interrupted: the client was closed"));
    }

    /** Ends the call and the wait for it; a token request that may have left ends when OkHttp says so. */
    private void end(Kind reason, IOException failure) {
        context.markEnded(reason);
        boolean isUnsent = context.giveUp();
        call.cancel();
        if ((isUnsent || !context.hasHooks()) && result.completeExceptionally(failure)) {
            context.handover().wake();
        }
    }

    @Override
    public void onResponse(Call<T> ended, Response<T> response) {
        if (!result.complete(response) && response.body() instanceof ResponseBody unread) {
            unread.close();
        }
        context.handover().wake();
    }

    @Override
    public void onFailure(Call<T> ended, @Nullable Throwable failure) {
        result.completeExceptionally(failure);
        context.handover().wake();
    }
}
