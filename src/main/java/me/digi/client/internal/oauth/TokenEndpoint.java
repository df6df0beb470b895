package me.digi.client.internal.oauth;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.ServerTokens;
import me.digi.client.internal.crypto.Verification;
import me.digi.client.internal.crypto.Verification.Rejected;
import me.digi.client.internal.crypto.Verification.Unverified;
import me.digi.client.internal.crypto.Verification.Verified;
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
    private final ServerTokens tokens;

    public TokenEndpoint(HttpStack http, Contracts contracts, SignedResponses responses) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.tokens = responses.tokens();
    }

    @Override
    public void prepare() {
        tokens.ensureKeysKnown(http.tokenDeadline());
    }

    @Override
    public void send(ContractDetails contract, TokenRequest request, CallHooks hooks) {
        CallContext context = new CallContext(
                request.kind(),
                http.tokenDeadline(),
                contracts.signer(contract).forRequest(request::claims),
                request.secrets(),
                hooks);
        try {
            String token =
                    http.calls().execute(context, api.requestToken(context)).token();
            if (!context.hasArrived()) {
                // An application's interceptor created the response or made it readable.
                hooks.arrived(token);
            }
        } catch (RuntimeException | Error e) {
            context.throwHookFailure();
            if (!context.hasArrived()) {
                throw e;
            }
        }
        context.throwHookFailure();
    }

    @Override
    public ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        return read(tokens.verify(response.operation(), response.token(), response.arrivedAt()), response, old);
    }

    @Override
    public ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        Verification verification = tokens.verifyAfterLookup(
                response.operation(), response.token(), response.arrivedAt(), http.tokenDeadline());
        return read(verification, response, old);
    }

    private static ReadResult read(Verification verification, TokenResponse response, @Nullable UserAccessToken old) {
        if (verification instanceof Verified verified) {
            return PairPayload.read(response, verified.payload(), old);
        }
        return verification instanceof Unverified open
                ? new ReadResult.Unverified(open.why())
                : new ReadResult.Unreadable(((Rejected) verification).why());
    }
}
