package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.error.ApiException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.HttpSettings.Timeouts;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Runs calls on behalf of waiting threads, and maps failures to this library's exceptions. Safe for use by many
 * threads.
 */
public final class Calls {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(35);

    private final Clock clock;
    private final Timeouts timeouts;
    private final OpenResponses openResponses;
    private final Set<PendingCall<?>> pending = ConcurrentHashMap.newKeySet();
    private final Set<PendingCall<?>> pendingTokenCalls = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosing;
    private volatile boolean isClosed;

    Calls(Clock clock, Timeouts timeouts) {
        this.clock = clock;
        this.timeouts = timeouts;
        this.openResponses = new OpenResponses(timeouts);
    }

    public <T> T execute(CallContext context, Call<T> call) {
        return body(context, exchange(context, call));
    }

    static <T> T body(CallContext context, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(context.operation(), response.code(), "body", "empty");
        }
        return body;
    }

    /** Returns a successful response. */
    public <T> Response<T> exchange(CallContext context, Call<T> call) {
        PendingCall<T> added = new PendingCall<>(context, call);
        Set<PendingCall<?>> calls = context.isForTokens() ? pendingTokenCalls : pending;
        Response<T> response;
        calls.add(added);
        try {
            if (isClosed || (isClosing && !context.isForTokens())) {
                throw new IllegalStateException("this DigiMe is closed");
            }
            response = added.await(limits(context));
        } finally {
            calls.remove(added);
        }
        if (response.isSuccessful()) {
            return response;
        }
        throw failure(context, response);
    }

    private RunningTime limits(CallContext context) {
        return new RunningTime(context.deadline.left(), context.hasHooks() ? timeouts.read() : Duration.ZERO);
    }

    /** Returns a response with a streamed body, which the deadline does not limit; the caller closes it. */
    public StreamedResponse stream(CallContext context, Call<ResponseBody> call) {
        Response<ResponseBody> response = exchange(context, call);
        StreamedResponse streamed =
                new StreamedResponse(context, call, response, body(context, response), openResponses);
        openResponses.add(streamed);
        return streamed;
    }

    /**
     * Cancels pending calls, also on an application's dispatcher, and rejects new ones, except for those that refreshes
     * need.
     */
    void endAllButTokens() {
        isClosing = true;
        pending.forEach(PendingCall::close);
        openResponses.close();
    }

    boolean areEnding() {
        return isClosing;
    }

    /** Waits for token requests that were sent, then cancels the rest. */
    void close() {
        endAllButTokens();
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        pendingTokenCalls.forEach(call -> call.awaitSent(deadline));
        isClosed = true;
        pendingTokenCalls.forEach(PendingCall::close);
    }

    private RuntimeException failure(CallContext context, Response<?> response) {
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

    /** Retrofit separates an error's body from its response. */
    private static okhttp3.Response withBody(Response<?> response) {
        ResponseBody body = response.errorBody();
        return body == null
                ? response.raw()
                : response.raw().newBuilder().body(body).build();
    }

    private static UnexpectedResponseException redirect(CallContext context, okhttp3.Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        String where = target == null ? "an invalid location" : target.scheme() + "://" + context.scrub(target.host());
        return new UnexpectedResponseException(
                context.operation(), response.code(), "Location", "a redirect to " + where + " was not followed");
    }
}
