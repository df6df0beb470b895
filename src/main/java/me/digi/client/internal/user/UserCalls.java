package me.digi.client.internal.user;

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
import me.digi.client.internal.http.StreamedAnswer;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Grant;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes calls in a user's name. When the server refuses the access token, that very token is replaced, by this call or by
 * whichever was first, and the call is repeated. Safe for use by many threads.
 */
public final class UserCalls implements UserCaller {
    private static final int UNAUTHORIZED = 401;

    private final HttpStack http;
    private final Contracts contracts;
    private final ContractDetails contract;
    private final Grant grant;

    /** Calls with the token of this grant. */
    public UserCalls(HttpStack http, Contracts contracts, ContractDetails contract, Grant grant) {
        this.http = http;
        this.contracts = contracts;
        this.contract = contract;
        this.grant = grant;
    }

    /** A generated interface to make calls with. */
    public <T> T api(Class<T> type) {
        return http.api(type);
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

    @Override
    public <T, R> R execute(
            CallTerms terms, Function<CallContext, Call<T>> request, BiFunction<Integer, T, R> mapping) {
        Response<T> response = exchange(terms, request);
        return mapping.apply(response.code(), body(terms, response));
    }

    private static <T> T body(CallTerms terms, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(terms.operation(), response.code(), "body", "there is none");
        }
        return body;
    }

    /** The whole answer, once it is known to be a good one. */
    public <T> Response<T> exchange(CallTerms terms, Function<CallContext, Call<T>> request) {
        return withToken(terms, context -> http.calls().exchange(context, request.apply(context)));
    }

    /** The answer with its body still to come, for the caller to close. */
    public StreamedAnswer stream(CallTerms terms, Function<CallContext, Call<ResponseBody>> request) {
        return withToken(terms, context -> http.calls().stream(context, request.apply(context)));
    }

    /**
     * Repeats the call once under a pair that was found, and once more under one that was fetched for this call. A body
     * that can be sent only once is not sent again; the refused pair is replaced for the next call.
     */
    private <R> R withToken(CallTerms terms, Function<CallContext, R> attempt) {
        Use use = grant.usable(terms.isSentOnce());
        boolean isLast = false;
        while (true) {
            try {
                return attempt.apply(context(terms, use.pair()));
            } catch (ApiException refusal) {
                if (isLast || !refusesAccessToken(refusal)) {
                    throw refusal;
                }
                Use next = terms.isSentOnce() ? null : grant.replacement(use.pair(), refusal.code() != null);
                if (next == null) {
                    replaceForTheNextCall(use, refusal);
                }
                if (next == null || next.pair().equals(use.pair())) {
                    throw refusal;
                }
                isLast = next.isFetched();
                use = next;
            }
        }
    }

    private void replaceForTheNextCall(Use refused, ApiException refusal) {
        try {
            grant.replacement(refused.pair(), refusal.code() != null);
        } catch (DigiMeException e) {
            refusal.addSuppressed(e);
        }
    }

    private CallContext context(CallTerms terms, UserAccessToken token) {
        String accessToken = token.accessToken().value();
        Map<String, String> claims = new HashMap<>(terms.claims());
        claims.put("access_token", accessToken);
        List<String> secrets = new ArrayList<>(terms.secrets());
        secrets.add(accessToken);
        return CallContext.signed(
                terms.operation(),
                terms.repeatability(),
                contracts.signer(contract).forRequest(() -> claims),
                secrets);
    }

    /** With the code, or without a code that can be read. */
    private static boolean refusesAccessToken(ApiException refusal) {
        boolean isOther = refusal.code() != null && !ErrorCode.INVALID_TOKEN.equals(refusal.code());
        return refusal.status() == UNAUTHORIZED && !isOther;
    }
}
