package me.digi.client.internal.http;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import me.digi.client.Environment;
import me.digi.client.internal.io.Deadline;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/** Sends requests that are signed alike: those of a contract, or those of a user. Safe for use by many threads. */
public abstract class Caller {
    private final HttpStack http;
    private final ApiFactory apis;
    private final Duration callTimeout;

    protected Caller(HttpStack http, ApiFactory apis, Duration callTimeout) {
        this.http = http;
        this.apis = apis;
        this.callTimeout = callTimeout;
    }

    /**
     * Runs the attempt, and repeats it where another signature can help.
     *
     * @param attempt sends the request with the given context
     */
    protected abstract <R> R call(CallSpec spec, Deadline deadline, Function<CallContext, R> attempt);

    public final <T> T api(Class<T> type) {
        return apis.api(type);
    }

    /** The deadline of a call that starts now. */
    public final Deadline deadline() {
        return Deadline.after(callTimeout);
    }

    public final Environment environment() {
        return http.environment();
    }

    public final Backoff backoff() {
        return http.backoff();
    }

    public final Observations observations() {
        return http.observations();
    }

    public final <T> T execute(CallSpec spec, Function<CallContext, Call<T>> request) {
        return execute(spec, deadline(), request, (status, body) -> body);
    }

    /** Returns the mapped response body. The mapping gets the status for exceptions. */
    public final <T, R> R execute(
            CallSpec spec, Function<CallContext, Call<T>> request, BiFunction<Integer, T, R> mapping) {
        return execute(spec, deadline(), request, mapping);
    }

    /** As above, with another deadline. */
    public final <T, R> R execute(
            CallSpec spec,
            Deadline deadline,
            Function<CallContext, Call<T>> request,
            BiFunction<Integer, T, R> mapping) {
        return call(spec, deadline, context -> {
            Response<T> response = http.calls().exchange(context, request.apply(context));
            return mapping.apply(response.code(), Calls.body(context, response));
        });
    }

    /** Returns a successful response. */
    public final <T> Response<T> exchange(CallSpec spec, Function<CallContext, Call<T>> request) {
        return call(spec, deadline(), context -> http.calls().exchange(context, request.apply(context)));
    }

    /** Returns a response with a streamed body; the caller closes it. */
    public final StreamedResponse stream(CallSpec spec, Function<CallContext, Call<ResponseBody>> request) {
        return call(spec, deadline(), context -> http.calls().stream(context, request.apply(context)));
    }

    protected interface ApiFactory {
        <T> T api(Class<T> type);
    }
}
