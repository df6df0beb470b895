package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair.End;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.AuthorizationCode;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.Pair;

/** Issues token pairs, for authorization codes and refresh tokens, and publishes the keys that sign them. */
final class TokenOperations {
    private static final String REFRESH_TOKEN = "refresh_token";

    private TokenOperations() {}

    /**
     * Exchanges an authorization code, once. It must have been issued to this contract, must not have expired, and
     * needs the verifier of its challenge. A wrong verifier does not use up the code.
     */
    static ApiOperation exchangeCode() {
        return new ApiOperation(Operation.EXCHANGE_CODE, "POST", "oauth/token")
                .grantType("authorization_code")
                .claims(ObjectShape.object().required("code", Shape.text()).required("code_verifier", Pkce.SHAPE))
                .handle(TokenOperations::handleExchangeCode);
    }

    /**
     * Exchanges a refresh token. Both tokens of the old pair become invalid; sending one of them again is refused, and
     * does not affect the new pair.
     */
    static ApiOperation refreshToken() {
        return new ApiOperation(Operation.REFRESH_TOKEN, "POST", "oauth/token")
                .grantType(REFRESH_TOKEN)
                .claims(ObjectShape.object().required(REFRESH_TOKEN, Shape.text()))
                .handle(TokenOperations::handleRefreshToken);
    }

    static ApiOperation fetchSigningKeys(ResponseSigner signer) {
        return new ApiOperation(Operation.FETCH_SIGNING_KEYS, "GET", "jwks/oauth")
                .unsigned()
                .handle(call -> ApiResponse.json(signer.jwks()));
    }

    private static ApiResponse handleExchangeCode(Call call) {
        String value = call.claims().text("code");
        AuthorizationCode code = call.world().codes().get(value);
        if (code == null || !code.consent().contract().equals(call.contract())) {
            throw ApiErrors.badGrant(
                    Rule.CODE,
                    "claims.code is not a code of this contract",
                    "a code unknown under this contract, " + ApiErrors.shortened(value));
        }
        if (code.isUsed()) {
            call.refuse(ApiErrors.badGrant(Rule.CODE_ONCE, "claims.code was used before", "the same code again"));
        }
        if (code.isExpired(call.now())) {
            call.refuse(ApiErrors.badGrant(Rule.CODE_EXPIRY, "claims.code is expired", "an expired code"));
        }
        Pkce.check(call, code.consent().terms().codeChallenge());
        code.use();
        return issue(call, call.world().grants().open(code.user(), call.contract()), End.CONSENTED_AGAIN);
    }

    private static ApiResponse handleRefreshToken(Call call) {
        String value = call.claims().text(REFRESH_TOKEN);
        IssuedToken token = call.world().grants().token(value);
        if (token == null
                || !token.grant().contract().equals(call.contract())
                || token.grant().user().isDeleted()) {
            throw ApiErrors.invalidToken(
                    Rule.REFRESH_TOKEN,
                    REFRESH_TOKEN,
                    "a token unknown under this contract, " + ApiErrors.shortened(value));
        }
        if (token.kind() != IssuedToken.Kind.REFRESH) {
            throw ApiErrors.wrongTokenType(REFRESH_TOKEN);
        }
        if (!token.isLive()) {
            call.refuse(ApiErrors.invalidToken(
                    Rule.REFRESH_TOKEN_LIVE,
                    REFRESH_TOKEN,
                    "a token that was used before, or of a grant that was revoked"));
        }
        if (token.isExpired(call.now())) {
            call.refuse(ApiErrors.expiredToken(
                    Rule.REFRESH_TOKEN_EXPIRY, REFRESH_TOKEN, token.expiresAt().toString()));
        }
        return issue(call, token.grant(), End.REFRESHED);
    }

    private static ApiResponse issue(Call call, Grant grant, End oldPair) {
        Pair pair = call.world().grants().issue(grant, call.now(), call.world().lifetimes(), oldPair);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("access_token", token(pair.access()));
        payload.put("refresh_token", token(pair.refresh()));
        payload.put("sub", grant.user().id());
        payload.put("consentid", grant.consentId());
        payload.put("identifier", Map.of("id", grant.consentId()));
        payload.put("token_type", "Bearer");
        return ApiResponse.signed(payload, Map.of());
    }

    private static Map<String, Object> token(IssuedToken token) {
        return Map.of("value", token.value(), "expires_on", token.expiresAt().getEpochSecond());
    }
}
