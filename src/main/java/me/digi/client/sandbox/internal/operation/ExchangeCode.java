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
        String value = call.claims().text("code");
        AuthorizationCode code = call.world().codes().byValue(value);
        if (code == null || !code.consent().contract().equals(call.contract())) {
            throw ApiErrors.badGrant(
                    Rule.CODE,
                    "claims.code is not a code of this contract",
                    "a code unknown under this contract, " + ApiErrors.shortened(value));
        }
        if (code.isSpent()) {
            call.refuse(ApiErrors.badGrant(Rule.CODE_ONCE, "claims.code was used before", "the same code again"));
        }
        if (code.isExpired(call.now())) {
            call.refuse(ApiErrors.badGrant(Rule.CODE_EXPIRY, "claims.code is expired", "an expired code"));
        }
        Pkce.check(call, code.consent().terms().codeChallenge());
        code.spend();
        return Pairs.issue(call, call.world().grants().open(code.user(), call.contract()), End.CONSENTED_AGAIN);
    }
}
