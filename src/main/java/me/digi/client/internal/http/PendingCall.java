package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * A pending call and the thread that waits for it. That thread runs the hooks and the application's logger, and stops
 * waiting on timeout, interrupt or close, even while the call is queued in the application's dispatcher. Only a token
 * request that was sent is always waited for, since its response cannot be requested again.
 */
final class PendingCall<T> implements Callback<T> {
    private final CallContext context;
    private final Call<T> call;
    private final CompletableFuture<Response<T>> result = new CompletableFuture<>();

    PendingCall(CallContext context, Call<T> call) {
        this.context = context;
        this.call = call;
    }

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
            return result.join();
        } catch (CompletionException e) {
            throw Failures.map(e.getCause(), context);
        } catch (Throwable e) {
            // The application's event listener is called before the call is enqueued.
            throw Failures.map(new UncheckedFailureException(e), context);
        } finally {
            context.tasks.close(context.endedBy()).forEach(Runnable::run);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs the next task. Its duration does not count towards the limits. */
    private void runNext(RunningTime time) throws InterruptedException {
        boolean isWaitingForResponse = context.isWaitingForResponse();
        // After the timeout the call has been cancelled and ends by itself.
        long limit = time.isOver() ? Long.MAX_VALUE : time.next(isWaitingForResponse);
        long began = System.nanoTime();
        Runnable work = context.tasks.next(limit);
        time.waited(System.nanoTime() - began, limit, isWaitingForResponse);
        if (work != null) {
            work.run();
        }
    }

    /** Keeps waiting if the request may have been sent and its response cannot be requested again. */
    private void interrupted(InterruptedException cause) {
        if (context.abandon() || !context.repeatability().hasUniqueResponse()) {
            IOException failure = new InterruptedIOException("interrupted");
            failure.initCause(cause);
            end(Kind.INTERRUPTED, failure);
        }
    }

    /** Waits until the deadline for a token request that was sent: its response cannot be requested again. */
    void awaitSent(long deadline) {
        if (!context.hasHooks() || context.abandon()) {
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

    void close() {
        end(Kind.INTERRUPTED, new InterruptedIOException("interrupted: the client was closed"));
    }

    /**
     * Cancels the call and ends the wait, except for a token request that may have been sent, which ends when OkHttp
     * does.
     */
    private void end(Kind reason, IOException failure) {
        context.markEnded(reason);
        boolean isUnsent = context.abandon();
        call.cancel();
        if ((isUnsent || !context.hasHooks()) && result.completeExceptionally(failure)) {
            context.tasks.wake();
        }
    }

    @Override
    public void onResponse(Call<T> ended, Response<T> response) {
        if (!result.complete(response) && response.body() instanceof ResponseBody unread) {
            unread.close();
        }
        context.tasks.wake();
    }

    @Override
    public void onFailure(Call<T> ended, @Nullable Throwable failure) {
        result.completeExceptionally(failure);
        context.tasks.wake();
    }
}
