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
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Grant;

/**
 * Sends requests with the user's access token. When the server refuses the token, that very token is replaced, by this call
 * or by one that was faster, and the call is repeated.
 */
final class UserCaller extends Caller {
    private static final int UNAUTHORIZED = 401;

    private final Contracts contracts;
    private final ContractDetails contract;
    private final Grant grant;

    /** Calls with the token of this grant, each of which ends after that time, waits and retries included. */
    UserCaller(HttpStack http, Contracts contracts, ContractDetails contract, Grant grant, Duration callTimeout) {
        super(http, http::api, () -> Deadline.after(callTimeout));
        this.contracts = contracts;
        this.contract = contract;
        this.grant = grant;
    }

    /**
     * Repeats the call once under a pair that was found, and once more under one that was fetched for this call. A body
     * that can be sent only once is not sent again; the refused pair is replaced for the next call.
     */
    @Override
    protected <R> R call(CallTerms terms, Deadline deadline, Function<CallContext, R> attempt) {
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
