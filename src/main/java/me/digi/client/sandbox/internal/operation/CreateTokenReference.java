package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;

/**
 * Returns the reference code for a page about a user who is known already. What the JWT claims says which page:
 *
 * <ul>
 *   <li>with a code challenge: {@code user-reauth}, which ends in a code to exchange. It is there for users whose tokens
 *       died, so any access token that this contract ever got for the user will do;
 *   <li>without one: {@code onboard} (perhaps with {@code state}) or {@code reauthorize} (never with). These need an access
 *       token that is good.
 * </ul>
 */
final class CreateTokenReference implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.CREATE_TOKEN_REFERENCE, "POST", "oauth/token/reference");
    }

    @Override
    public ObjectShape claims() {
        return ObjectShape.object()
                .required("access_token", Shape.text())
                .required("redirect_uri", Shape.text())
                .optional("state", Shape.anyText())
                .optional("code_challenge", Pkce.CHALLENGE)
                .optional("code_challenge_method", Shape.oneOf("S256"))
                .together("code_challenge", "code_challenge_method");
    }

    @Override
    public List<String> remarks(JsonView claims, JsonView query) {
        return RedirectUris.remarks(claims);
    }

    @Override
    public ObjectShape body() {
        return Bodies.AGENT_AND_ACTIONS;
    }

    @Override
    public ApiResponse respond(Call call) {
        RedirectUris.check(call);
        Bodies.check(call);
        boolean userReauthorization = call.claims().has("code_challenge");
        User user = userReauthorization ? AccessTokens.userOfContract(call) : AccessTokens.authorizedUser(call);
        Consent consent = Consents.ask(
                call, userReauthorization ? Consent.Purpose.REAUTHORIZE_USER : Consent.Purpose.ACCOUNT, user);
        return ApiResponse.signed(Map.of("reference_code", consent.code()), Consents.session(consent));
    }
}
