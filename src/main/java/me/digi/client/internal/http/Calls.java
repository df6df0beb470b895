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
 * Runs a call to its end on behalf of a thread that waits, and turns whatever comes of it into a value or into one of
 * this library's exceptions. Safe for use by many threads.
 */
public final class Calls {
    private static final Duration LONGEST_LANDING = Duration.ofSeconds(35);

    private final Clock clock;
    private final Timeouts timeouts;
    private final OpenResponses openResponses;
    private final Set<PendingCall<?>> underWay = ConcurrentHashMap.newKeySet();
    private final Set<PendingCall<?>> tokensUnderWay = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosing;
    private volatile boolean isClosed;

    Calls(Clock clock, Timeouts timeouts) {
        this.clock = clock;
        this.timeouts = timeouts;
        this.openResponses = new OpenResponses(timeouts.stall());
    }

    /** The content of the response. */
    public <T> T execute(CallContext context, Call<T> call) {
        return body(context, exchange(context, call));
    }

    private static <T> T body(CallContext context, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(context.operation(), context.status(), "body", "it is empty");
        }
        return body;
    }

    /** The whole response to a call that succeeded, for its headers or its stream. */
    public <T> Response<T> exchange(CallContext context, Call<T> call) {
        PendingCall<T> pending = new PendingCall<>(context, call);
        Set<PendingCall<?>> ofItsKind = context.isForTokens() ? tokensUnderWay : underWay;
        Response<T> response;
        ofItsKind.add(pending);
        try {
            if (isClosed || (isClosing && !context.isForTokens())) {
                throw new IllegalStateException("this DigiMe is closed");
            }
            response = pending.await(limits(context));
        } finally {
            ofItsKind.remove(pending);
        }
        if (response.isSuccessful()) {
            return response;
        }
        throw failure(context, response);
    }

    private RunningTime limits(CallContext context) {
        return new RunningTime(context.deadline().left(), context.hasHooks() ? timeouts.read() : Duration.ZERO);
    }

    /** The response with its body still to come, for the caller to close; the deadline does not bound the body. */
    public StreamedResponse stream(CallContext context, Call<ResponseBody> call) {
        Response<ResponseBody> response = exchange(context, call);
        StreamedResponse streamed =
                new StreamedResponse(context, call, response, body(context, response), openResponses);
        openResponses.add(streamed);
        return streamed;
    }

    /**
     * Ends at once what is under way, also on a dispatcher that is the application's, and takes no more; but for the calls
     * that refreshes need, which may have to land.
     */
    void endAllButTokens() {
        isClosing = true;
        underWay.forEach(PendingCall::close);
        openResponses.close();
    }

    /** Lets token requests that were sent land, and ends the rest. */
    void close() {
        endAllButTokens();
        long deadline = System.nanoTime() + LONGEST_LANDING.toNanos();
        tokensUnderWay.forEach(call -> call.land(deadline));
        isClosed = true;
        tokensUnderWay.forEach(PendingCall::close);
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

    /** Retrofit hands out an error's body beside the response that it belongs to. */
    private static okhttp3.Response withBody(Response<?> response) {
        ResponseBody body = response.errorBody();
        return body == null
                ? response.raw()
                : response.raw().newBuilder().body(body).build();
    }

    private static UnexpectedResponseException redirect(CallContext context, okhttp3.Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        String where = target == null ? "nowhere" : target.scheme() + "://" + context.scrub(target.host());
        return new UnexpectedResponseException(
                context.operation(), response.code(), "Location", "a redirect to " + where + " was not followed");
    }
}
