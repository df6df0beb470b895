package me.digi.client.internal.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.crypto.RequestSigner;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Grant;

/**
 * Sends requests with the user's access token. If the server rejects the token, it is replaced, by this call or a
 * concurrent one, and the request is repeated.
 */
final class UserCaller extends Caller {
    private static final int UNAUTHORIZED = 401;

    private final HttpStack http;
    private final RequestSigner signer;
    private final Grant grant;

    UserCaller(HttpStack http, Contracts contracts, ContractDetails contract, Grant grant, Duration callTimeout) {
        super(http, http::api, callTimeout);
        this.http = http;
        this.signer = contracts.signer(contract);
        this.grant = grant;
    }

    @Override
    protected <R> R call(CallSpec spec, Deadline deadline, Function<CallContext, R> attempt) {
        boolean wasOpen = !http.isClosing();
        try {
            return repeated(spec, deadline, attempt);
        } catch (IllegalStateException closed) {
            // The client was closed while the call waited for a refresh.
            throw wasOpen && http.isClosing()
                    ? NetworkException.interrupted(spec.operation().id(), false, closed)
                    : closed;
        }
    }

    /**
     * Repeats the request once with a token pair found in the store, and once more with one fetched for this call. A
     * one-shot body is not sent again; the rejected pair is replaced for the next call.
     */
    private <R> R repeated(CallSpec spec, Deadline deadline, Function<CallContext, R> attempt) {
        Use use = grant.usable(spec.isOneShot(), deadline);
        boolean isLast = false;
        while (true) {
            try {
                return attempt.apply(context(spec, deadline, use.pair()));
            } catch (ApiException failure) {
                if (isLast || !refusesAccessToken(failure)) {
                    throw failure;
                }
                Use next = spec.isOneShot() ? null : grant.replacement(use.pair(), failure.code() != null, deadline);
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

    private CallContext context(CallSpec spec, Deadline deadline, UserAccessToken token) {
        String accessToken = token.accessToken().value();
        Map<String, String> claims = new HashMap<>(spec.claims());
        claims.put("access_token", accessToken);
        List<String> secrets = new ArrayList<>(spec.secrets());
        secrets.add(accessToken);
        return new CallContext(spec.operation(), deadline, signer.forRequest(() -> claims), secrets, null);
    }

    /** With code {@code InvalidToken} or without a readable code. */
    private static boolean refusesAccessToken(ApiException failure) {
        boolean isOther = failure.code() != null && !ErrorCode.INVALID_TOKEN.equals(failure.code());
        return failure.status() == UNAUTHORIZED && !isOther;
    }
}
