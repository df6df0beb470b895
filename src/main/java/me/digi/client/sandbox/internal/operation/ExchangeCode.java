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
import me.digi.client.sandbox.internal.state.AuthorizationCode;

/**
 * Exchanges an authorization code for a pair of tokens, once. The code must have been given to this contract, be young
 * enough, and come with the verifier of the challenge. A wrong verifier does not spend the code.
 */
final class ExchangeCode implements ApiOperation {
    private static final String GRANT_TYPE = "authorization_code";

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.EXCHANGE_CODE, "POST", "oauth/token");
    }

    @Override
    public ObjectShape claims() {
        return ObjectShape.object()
                .required("grant_type", Shape.oneOf(GRANT_TYPE))
                .required("code", Shape.text())
                .required("code_verifier", Pkce.VERIFIER);
    }

    @Override
    public boolean isMeantBy(JsonView unverifiedClaims) {
        return GRANT_TYPE.equals(unverifiedClaims.optionalText("grant_type"));
    }

    @Override
    public ApiResponse respond(Call call) {
        AuthorizationCode code = call.world().codes().byValue(call.claims().text("code"));
        if (code == null || !code.consent().contract().equals(call.contract())) {
            throw ApiErrors.badGrant("claims.code is not a code of this contract");
        }
        if (code.isSpent()) {
            throw ApiErrors.badGrant("claims.code was used before");
        }
        if (code.isExpired(call.now())) {
            throw ApiErrors.badGrant("claims.code is expired");
        }
        Pkce.check(code.consent().terms().codeChallenge(), call.claims().text("code_verifier"));
        code.spend();
        return Pairs.issue(call, call.world().grants().open(code.user(), call.contract()));
    }
}
