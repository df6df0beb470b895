package me.digi.client.internal.http;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.Environment;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.Deadline;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/** Sends requests that are signed alike: those of a contract, or those of a user. Safe for use by many threads. */
public abstract class Caller {
    private final HttpStack http;
    private final Host host;
    private final Supplier<Deadline> deadlines;

    /**
     * For the implementations.
     *
     * @param deadlines the deadline of a call that begins now
     */
    protected Caller(HttpStack http, Host host, Supplier<Deadline> deadlines) {
        this.http = http;
        this.host = host;
        this.deadlines = deadlines;
    }

    /**
     * Makes the attempt, and repeats it where another signature can help.
     *
     * @param attempt sends the request with the context that it is given
     */
    protected abstract <R> R call(CallTerms terms, Deadline deadline, Function<CallContext, R> attempt);

    /** A generated interface to make calls with. */
    public final <T> T api(Class<T> type) {
        return host.api(type);
    }

    /** The deadline of a call that begins now. */
    public final Deadline deadline() {
        return deadlines.get();
    }

    /** Which digi.me the calls go to. */
    public final Environment environment() {
        return http.environment();
    }

    /** How often, and after which pauses, a response that was cut off is requested again. */
    public final Backoff backoff() {
        return http.backoff();
    }

    /** What tells the application's observer. */
    public final Observations observations() {
        return http.observations();
    }

    /** The content of the response. */
    public final <T> T execute(CallTerms terms, Function<CallContext, Call<T>> request) {
        return execute(terms, deadline(), request, (status, body) -> body);
    }

    /** The content of the response as the mapping has it, which gets the status for what it may have to reject. */
    public final <T, R> R execute(
            CallTerms terms, Function<CallContext, Call<T>> request, BiFunction<Integer, T, R> mapping) {
        return execute(terms, deadline(), request, mapping);
    }

    /** The same, with a deadline that began earlier. */
    public final <T, R> R execute(
            CallTerms terms,
            Deadline deadline,
            Function<CallContext, Call<T>> request,
            BiFunction<Integer, T, R> mapping) {
        Response<T> response = exchange(terms, deadline, request);
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(terms.operation().id(), response.code(), "body", "it is empty");
        }
        return mapping.apply(response.code(), body);
    }

    /** The whole response to a call that succeeded. */
    public final <T> Response<T> exchange(CallTerms terms, Function<CallContext, Call<T>> request) {
        return exchange(terms, deadline(), request);
    }

    private <T> Response<T> exchange(CallTerms terms, Deadline deadline, Function<CallContext, Call<T>> request) {
        return call(terms, deadline, context -> http.calls().exchange(context, request.apply(context)));
    }

    /** The response with its body still to come, for the caller to close. */
    public final StreamedResponse stream(CallTerms terms, Function<CallContext, Call<ResponseBody>> request) {
        return call(terms, deadline(), context -> http.calls().stream(context, request.apply(context)));
    }

    /** Where generated interfaces lead to. */
    protected interface Host {
        /** A generated interface to make calls with. */
        <T> T api(Class<T> type);
    }
}
