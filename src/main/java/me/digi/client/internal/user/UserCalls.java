package me.digi.client.internal.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.auth.Contracts;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.token.Grant;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes calls in a user's name. When the server refuses the access token, that very token is replaced, by this call or by
 * whichever was first, and the call is repeated once. Safe for use by many threads.
 */
public final class UserCalls {
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

    /** The content of the answer. */
    public <T> T execute(String operation, Repeatability repeatability, Function<CallContext, Call<T>> request) {
        return execute(operation, repeatability, List.of(), request);
    }

    /**
     * The content of the answer.
     *
     * @param secrets what must not show in an error besides the token, should the server repeat it
     */
    public <T> T execute(
            String operation,
            Repeatability repeatability,
            List<String> secrets,
            Function<CallContext, Call<T>> request) {
        Response<T> response = exchange(operation, repeatability, secrets, request);
        T body = response.body();
        if (body == null) {
            throw new UnexpectedResponseException(operation, response.code(), "body", "there is none");
        }
        return body;
    }

    /**
     * The whole answer, once it is known to be a good one.
     *
     * @param secrets what must not show in an error besides the token, should the server repeat it
     */
    public <T> Response<T> exchange(
            String operation,
            Repeatability repeatability,
            List<String> secrets,
            Function<CallContext, Call<T>> request) {
        UserAccessToken token = grant.usableToken();
        try {
            return attempt(operation, repeatability, token, secrets, request);
        } catch (ApiException refusal) {
            if (!refusesAccessToken(refusal)) {
                throw refusal;
            }
            return attempt(operation, repeatability, grant.replacementFor(token), secrets, request);
        }
    }

    private <T> Response<T> attempt(
            String operation,
            Repeatability repeatability,
            UserAccessToken token,
            List<String> secrets,
            Function<CallContext, Call<T>> request) {
        String accessToken = token.accessToken().value();
        List<String> allSecrets = new ArrayList<>(secrets);
        allSecrets.add(accessToken);
        CallContext context = CallContext.signed(
                operation,
                repeatability,
                contracts.signer(contract).forRequest(() -> Map.of("access_token", accessToken)),
                allSecrets);
        return http.calls().exchange(context, request.apply(context));
    }

    private static boolean refusesAccessToken(ApiException refusal) {
        return refusal.status() == UNAUTHORIZED && ErrorCode.INVALID_TOKEN.equals(refusal.code());
    }
}
