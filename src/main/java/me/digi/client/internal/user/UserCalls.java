package me.digi.client.internal.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.auth.Contracts;
import me.digi.client.internal.auth.UserCaller;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.values.Deadline;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Sends requests with the user's access token. When the server refuses the token, that very token is replaced, by this call
 * or by whichever was first, and the call is repeated. Safe for use by many threads.
 */
public final class UserCalls implements UserCaller {
    private static final int UNAUTHORIZED = 401;

    private final HttpStack http;
    private final Contracts contracts;
    private final ContractDetails contract;
    private final Grant grant;
    private final Duration callTimeout;

    /** Calls with the token of this grant, each of which ends after that time, waits and retries included. */
    public UserCalls(HttpStack http, Contracts contracts, ContractDetails contract, Grant grant, Duration callTimeout) {
        this.http = http;
        this.contracts = contracts;
        this.contract = contract;
        this.grant = grant;
        this.callTimeout = callTimeout;
    }

    /** A generated interface to make calls with. */
    public <T> T api(Class<T> type) {
        return http.api(type);
    }

    /** The deadline of a call that begins now. */
    public Deadline deadline() {
        return Deadline.after(callTimeout);
    }

    /** Which digi.me the calls go to. */
    public Environment environment() {
        return http.environment();
    }

    /** How often, and after which pauses, what was cut off is asked for again. */
    public Backoff backoff() {
        return http.backoff();
    }

    /** The content of the response. */
    public <T> T execute(CallTerms terms, Function<CallContext, Call<T>> request) {
        return body(terms, exchange(terms, request));
    }

    /** The content of the response as the mapping has it, which gets the status for what it may have to reject. */
    public <T, R> R execute(
            CallTerms terms, Function<CallContext, Call<T>> request, BiFunction<Integer, T, R> mapping) {
        return execute(terms, deadline(), request, mapping);
    }

    @Override
    public <T, R> R execute(
            CallTerms terms,
            Deadline deadline,
            Function<CallContext, Call<T>> request,
            BiFunction<Integer, T, R> mapping) {
        Response<T> response = exchange(terms, deadline, request);
        return mapping.apply(response.code(), body(terms, response));
    }

    private static <T> T body(CallTerms terms, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(terms.operation().id(), response.code(), "body", "it is empty");
        }
        return body;
    }

    /** The whole response to a call that succeeded. */
    public <T> Response<T> exchange(CallTerms terms, Function<CallContext, Call<T>> request) {
        return exchange(terms, deadline(), request);
    }

    private <T> Response<T> exchange(CallTerms terms, Deadline deadline, Function<CallContext, Call<T>> request) {
        return withToken(terms, deadline, context -> http.calls().exchange(context, request.apply(context)));
    }

    /** The response with its body still to come, for the caller to close. */
    public StreamedResponse stream(CallTerms terms, Function<CallContext, Call<ResponseBody>> request) {
        return withToken(terms, deadline(), context -> http.calls().stream(context, request.apply(context)));
    }

    /**
     * Repeats the call once under a pair that was found, and once more under one that was fetched for this call. A body
     * that can be sent only once is not sent again; the refused pair is replaced for the next call.
     */
    private <R> R withToken(CallTerms terms, Deadline deadline, Function<CallContext, R> attempt) {
        Use use = grant.usable(terms.isSentOnce(), deadline);
        boolean isLast = false;
        while (true) {
            try {
                return attempt.apply(context(terms, deadline, use.pair()));
            } catch (ApiException failure) {
                if (isLast || !refusesAccessToken(failure)) {
                    throw failure;
                }
                Use next = terms.isSentOnce() ? null : grant.replacement(use.pair(), failure.code() != null, deadline);
                if (next == null) {
                    replaceForTheNextCall(use, failure, deadline);
                }
                if (next == null || next.pair().equals(use.pair())) {
                    throw failure;
                }
                isLast = next.isFetched();
                use = next;
            }
        }
    }

    private void replaceForTheNextCall(Use refused, ApiException failure, Deadline deadline) {
        try {
            grant.replacement(refused.pair(), failure.code() != null, deadline);
        } catch (DigiMeException e) {
            failure.addSuppressed(e);
        }
    }

    private CallContext context(CallTerms terms, Deadline deadline, UserAccessToken token) {
        String accessToken = token.accessToken().value();
        Map<String, String> claims = new HashMap<>(terms.claims());
        claims.put("access_token", accessToken);
        List<String> secrets = new ArrayList<>(terms.secrets());
        secrets.add(accessToken);
        return CallContext.signed(
                terms.operation(), deadline, contracts.signer(contract).forRequest(() -> claims), secrets);
    }

    /** With the code, or without a code that can be read. */
    private static boolean refusesAccessToken(ApiException failure) {
        boolean isOther = failure.code() != null && !ErrorCode.INVALID_TOKEN.equals(failure.code());
        return failure.status() == UNAUTHORIZED && !isOther;
    }
}
