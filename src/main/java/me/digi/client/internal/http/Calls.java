package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.HttpSettings.Timeouts;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Runs a call to its end on behalf of a thread that waits, and turns whatever comes of it into a value or into one of
 * this library's exceptions. Safe for use by many threads.
 */
public final class Calls {
    private final Clock clock;
    private final Executor tokenThreads;
    private final Timeouts timeouts;
    private final Map<CallContext, Call<?>> underWay = new ConcurrentHashMap<>();

    /** The answers that are still being read, unless nobody has them any more. */
    private final Set<StreamedAnswer> streams =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean closed;

    /**
     * Runs calls.
     *
     * @param tokenThreads where calls with hooks run, whose threads nobody interrupts
     * @param timeouts for calls with hooks; OkHttp has those of the others
     */
    Calls(Clock clock, Executor tokenThreads, Timeouts timeouts) {
        this.clock = clock;
        this.tokenThreads = tokenThreads;
        this.timeouts = timeouts;
    }

    /** The answer's content. */
    public <T> T execute(CallContext context, Call<T> call) {
        return content(context, exchange(context, call));
    }

    /** The same for a call with {@linkplain CallHooks hooks}, which run on this thread. */
    public <T> T executeWithHooks(CallContext context, Call<T> call) {
        return content(context, exchange(context, call, () -> serve(context, call)));
    }

    private static <T> T content(CallContext context, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(context.operation(), context.status(), "body", "there is none");
        }
        return body;
    }

    /** The whole answer, once it is known to be a good one, for its headers or its stream. */
    public <T> Response<T> exchange(CallContext context, Call<T> call) {
        return exchange(context, call, () -> await(context, call));
    }

    private <T> Response<T> exchange(CallContext context, Call<T> call, Supplier<Response<T>> work) {
        Response<T> response;
        underWay.put(context, call);
        try {
            if (closed) {
                throw new IllegalStateException("this DigiMe is closed");
            }
            response = work.get();
        } finally {
            underWay.remove(context);
        }
        if (response.isSuccessful()) {
            return response;
        }
        throw refusal(context, response);
    }

    /** The answer with its body still to come, for the caller to close; it may take its time from here on. */
    public StreamedAnswer stream(CallContext context, Call<ResponseBody> call) {
        Response<ResponseBody> response = exchange(context, call);
        ResponseBody body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(context.operation(), context.status(), "body", "there is none");
        }
        AnswerStreams.letTakeItsTime(call);
        StreamedAnswer answer = new StreamedAnswer(context, call, response, body);
        streams.add(answer);
        if (closed) {
            answer.cancel();
        }
        return answer;
    }

    /** Ends the calls under way and the answers that are being read, also those on a dispatcher that is the application's, and takes no more. */
    void close() {
        closed = true;
        underWay.forEach((context, call) -> {
            context.markCancelled();
            call.cancel();
        });
        openStreams().forEach(StreamedAnswer::cancel);
    }

    private List<StreamedAnswer> openStreams() {
        synchronized (streams) {
            return List.copyOf(streams);
        }
    }

    private static <T> Response<T> await(CallContext context, Call<T> call) {
        Answer<T> answer = new Answer<>();
        call.enqueue(answer);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (context.repeatability() != Repeatability.ANSWERED_ONCE || context.giveUp()) {
                        call.cancel();
                        answer.discard();
                        throw NetworkException.interrupted(context.operation(), context.mayHaveArrived(), e);
                    }
                    // It has left, and its answer holds what cannot be had again: wait for it, the flag kept.
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw Failures.map(failure, context);
            }
            throw new IllegalStateException(context.operation() + " failed in an unforeseen way", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> Response<T> serve(CallContext context, Call<T> call) {
        Handover handover = context.hooks();
        FutureTask<Response<T>> running = new FutureTask<>(call::execute) {
            @Override
            protected void done() {
                handover.wake();
            }
        };
        boolean interrupted = false;
        boolean isTimedOut = false;
        RunningTime time = new RunningTime(timeouts.tokenCall(), timeouts.read());
        call.timeout().timeout(0, TimeUnit.NANOSECONDS);
        try {
            tokenThreads.execute(running);
            while (!running.isDone()) {
                try {
                    serve(context, handover, time);
                    if (time.isOver() && !isTimedOut) {
                        isTimedOut = true;
                        call.cancel();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (context.giveUp()) {
                        call.cancel();
                        throw NetworkException.interrupted(context.operation(), context.mayHaveArrived(), e);
                    }
                    // It has left, and its response holds what cannot be had again: wait for it, the flag kept.
                }
            }
            return running.get();
        } catch (InterruptedException e) {
            throw new AssertionError("the call has ended", e);
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNull(e.getCause());
            throw isTimedOut && failure instanceof IOException cause && !(cause instanceof HookFailedException)
                    ? NetworkException.timedOut(context.operation(), context.mayHaveArrived(), cause)
                    : Failures.map(failure, context);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("this DigiMe is closed", e);
        } finally {
            handover.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the next piece of work, and runs it; what it takes, does not count. */
    private static void serve(CallContext context, Handover handover, RunningTime time) throws InterruptedException {
        boolean isWaitingForResponse = context.isWaitingForResponse();
        // Once it is over, whoever makes the call has been told to stop.
        long limit = time.isOver() ? Long.MAX_VALUE : time.next(isWaitingForResponse);
        long began = System.nanoTime();
        Runnable work = handover.next(limit);
        time.waited(System.nanoTime() - began, limit, isWaitingForResponse);
        if (work != null) {
            work.run();
        }
    }

    private RuntimeException refusal(CallContext context, Response<?> response) {
        okhttp3.Response raw = withBody(response);
        if (response.code() < 400) {
            return redirect(context, raw);
        }
        ServerError error = ServerError.of(raw, context);
        return new ApiException(
                context.operation(),
                raw.code(),
                error.code(),
                error.message(),
                error.reference(),
                RetryAfter.of(raw.headers(), clock));
    }

    /** Retrofit hands out an error's body beside the answer that it belongs to. */
    private static okhttp3.Response withBody(Response<?> response) {
        ResponseBody body = response.errorBody();
        return body == null
                ? response.raw()
                : response.raw().newBuilder().body(body).build();
    }

    private static UnexpectedResponseException redirect(CallContext context, okhttp3.Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        String where = target == null ? "nowhere" : target.scheme() + "://" + target.host();
        return new UnexpectedResponseException(
                context.operation(), response.code(), "Location", "a redirect to " + where + " was not followed");
    }

    /** An answer that somebody waits for, or no longer does. */
    private static final class Answer<T> implements Callback<T> {
        private final CompletableFuture<Response<T>> response = new CompletableFuture<>();

        Response<T> get() throws InterruptedException, ExecutionException {
            return response.get();
        }

        /** Sees to it that a stream which nobody will read is closed, whether it is there already or comes later. */
        void discard() {
            Future<?> unused = response.thenAccept(unread -> {
                if (unread.body() instanceof ResponseBody stream) {
                    stream.close();
                }
            });
        }

        @Override
        public void onResponse(Call<T> call, Response<T> answer) {
            response.complete(answer);
        }

        @Override
        public void onFailure(Call<T> call, Throwable failure) {
            response.completeExceptionally(failure);
        }
    }
}
