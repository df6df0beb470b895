package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.IssuedPair.End;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.IssuedToken;

/**
 * Exchanges a refresh token for a new pair. Both tokens of the old pair are invalid from then on; sending one of them again is
 * refused, and does not affect the new pair.
 */
final class RefreshToken implements ApiOperation {
    private static final String GRANT_TYPE = "refresh_token";
    private static final String CLAIM = "refresh_token";

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.REFRESH_TOKEN, "POST", "oauth/token");
    }

    @Override
    public ObjectShape claims() {
        return ObjectShape.object()
                .required("grant_type", Shape.oneOf(GRANT_TYPE))
                .required(CLAIM, Shape.text());
    }

    @Override
    public boolean isMeantBy(JsonView unverifiedClaims) {
        return GRANT_TYPE.equals(unverifiedClaims.optionalText("grant_type"));
    }

    @Override
    public ApiResponse respond(Call call) {
        String value = call.claims().text(CLAIM);
        IssuedToken token = call.world().grants().token(value);
        if (token == null
                || !token.grant().contract().equals(call.contract())
                || token.grant().user().isDeleted()) {
            throw ApiErrors.invalidToken(
                    Rule.REFRESH_TOKEN, CLAIM, "a token unknown under this contract, " + ApiErrors.shortened(value));
        }
        if (token.kind() != IssuedToken.Kind.REFRESH) {
            throw ApiErrors.wrongTokenType(CLAIM);
        }
        if (!token.isLive()) {
            call.refuse(ApiErrors.invalidToken(
                    Rule.REFRESH_TOKEN_LIVE, CLAIM, "a token that was used before, or of a grant that was revoked"));
        }
        if (token.isExpired(call.now())) {
            call.refuse(ApiErrors.expiredToken(
                    Rule.REFRESH_TOKEN_EXPIRY, CLAIM, token.expiresAt().toString()));
        }
        return Pairs.issue(call, token.grant(), End.REFRESHED);
    }
}
