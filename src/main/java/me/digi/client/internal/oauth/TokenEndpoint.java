package me.digi.client.internal.oauth;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.wire.OAuthApi;
import org.jspecify.annotations.Nullable;

/**
 * {@code oauth/token}. Requests are never repeated accidentally: the server replaces the token pair and rejects a
 * second use of a code or refresh token. Safe for use by many threads.
 */
public final class TokenEndpoint implements TokenServer {
    private final HttpStack http;
    private final OAuthApi api;
    private final Contracts contracts;
    private final SignedResponses responses;

    public TokenEndpoint(HttpStack http, Contracts contracts, SignedResponses responses) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.responses = responses;
    }

    @Override
    public void prepare() {
        responses.ensureKeysKnown(http.tokenDeadline());
    }

    @Override
    public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
        TokenRequestHooks sending = new TokenRequestHooks(hooks);
        CallContext context = CallContext.ofTokenRequest(
                request.kind(),
                http.tokenDeadline(),
                contracts.signer(contract).forRequest(request::claims),
                request.secrets(),
                sending);
        try {
            String token =
                    http.calls().execute(context, api.requestToken(context)).token();
            if (!sending.hasArrived()) {
                // An application's interceptor created the response or made it readable.
                sending.arrived(token);
            }
        } catch (RuntimeException | Error e) {
            sending.rethrow();
            if (!sending.hasArrived()) {
                throw e;
            }
        }
        sending.rethrow();
    }

    @Override
    public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        return responses.read(response, old);
    }

    @Override
    public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        return responses.readAfterLookup(response, old);
    }
}
