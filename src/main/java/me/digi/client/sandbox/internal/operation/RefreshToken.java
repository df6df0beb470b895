package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.IssuedToken;

/**
 * Gives a new pair for a refresh token. Both tokens of the old pair are dead from then on; presenting one of them again is
 * refused, and does no harm to the new pair.
 */
final class RefreshToken implements ApiOperation {
    private static final String GRANT_TYPE = "refresh_token";

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.REFRESH_TOKEN, "POST", "oauth/token");
    }

    @Override
    public ObjectShape claims() {
        return ObjectShape.object()
                .required("grant_type", Shape.oneOf(GRANT_TYPE))
                .required("refresh_token", Shape.text());
    }

    @Override
    public boolean isMeantBy(JsonView unverifiedClaims) {
        return GRANT_TYPE.equals(unverifiedClaims.optionalText("grant_type"));
    }

    @Override
    public ApiResponse respond(Call call) {
        IssuedToken token = call.world().grants().token(call.claims().text("refresh_token"));
        if (token == null || !token.grant().contract().equals(call.contract())) {
            throw ApiErrors.invalidToken("refresh_token");
        }
        if (token.kind() != IssuedToken.Kind.REFRESH) {
            throw ApiErrors.wrongTokenType("refresh_token");
        }
        if (!token.isLive()) {
            throw ApiErrors.invalidToken("refresh_token");
        }
        if (token.isExpired(call.now())) {
            throw ApiErrors.expiredToken("refresh_token");
        }
        return Pairs.issue(call, token.grant());
    }
}
