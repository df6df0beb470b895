package me.digi.client.internal.http;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Runs a call to its end on behalf of a thread that waits, and turns whatever comes of it into a value or into one of
 * this library's exceptions. Safe for use by many threads.
 */
public final class Calls {
    private final Clock clock;
    private volatile boolean closed;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** The answer's content. */
    public <T> T execute(CallContext context, Call<T> call) {
        T body = exchange(context, call).body();
        if (body == null) {
            throw new UnexpectedResponseException(context.operation(), context.status(), "body", "there is none");
        }
        return body;
    }

    /** The whole answer, once it is known to be a good one, for its headers or its stream. */
    public <T> Response<T> exchange(CallContext context, Call<T> call) {
        if (closed) {
            throw new IllegalStateException("this DigiMe is closed");
        }
        Response<T> response = await(context, call);
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
        return new StreamedAnswer(context, call, response, body);
    }

    void close() {
        closed = true;
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
                    if (context.repeatability() == Repeatability.SAFE || context.giveUpUnsent()) {
                        call.cancel();
                        answer.discard();
                        throw NetworkException.interrupted(context.operation(), context.wasSent(), e);
                    }
                    // It has left, and its answer may hold what cannot be had again: wait for it, the flag kept.
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
        private volatile boolean discarded;

        Response<T> get() throws InterruptedException, ExecutionException {
            return response.get();
        }

        /** Sees to it that a stream which nobody will read is closed, whether it is there already or comes later. */
        void discard() {
            discarded = true;
            closeStream(response.getNow(null));
        }

        @Override
        public void onResponse(Call<T> call, Response<T> answer) {
            response.complete(answer);
            if (discarded) {
                closeStream(answer);
            }
        }

        private static void closeStream(@Nullable Response<?> unread) {
            if (unread != null && unread.body() instanceof ResponseBody stream) {
                stream.close();
            }
        }

        @Override
        public void onFailure(Call<T> call, Throwable failure) {
            response.completeExceptionally(failure);
        }
    }
}
