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
 * Prepares a user's consent: returns the pre-authorization code for the page {@code authorize}, and a session. An access
 * token, of this contract or another and however old, says which user it is; without one it is a new user.
 */
final class Authorize implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.AUTHORIZE, "POST", "oauth/authorize");
    }

    @Override
    public ObjectShape claims() {
        return ObjectShape.object()
                .required("redirect_uri", Shape.text())
                .required("state", Shape.anyText())
                .required("response_type", Shape.oneOf("code"))
                .required("response_mode", Shape.oneOf("query"))
                .required("code_challenge", Pkce.CHALLENGE)
                .required("code_challenge_method", Shape.oneOf("S256"))
                .optional("access_token", Shape.text());
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
        User user = call.claims().has("access_token") ? AccessTokens.anyUser(call) : null;
        Consent consent = Consents.ask(call, Consent.Purpose.AUTHORIZE, user);
        return ApiResponse.signed(Map.of("preauthorization_code", consent.code()), Consents.session(consent));
    }
}
