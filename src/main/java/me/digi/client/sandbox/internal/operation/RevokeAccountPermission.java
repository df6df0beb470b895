package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.SessionPlan;
import me.digi.client.sandbox.internal.state.User;

/** Returns the address of the page {@code revoke}, where the user takes back the permission for an account. */
final class RevokeAccountPermission implements ApiOperation {
    private final String onboardUrl;

    RevokeAccountPermission(String onboardUrl) {
        this.onboardUrl = onboardUrl;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.REVOKE_ACCOUNT_PERMISSION, "GET", "permission-access/revoke/h:accountId");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape headers() {
        return Accounts.HEADERS.required("redirectUri", Shape.text());
    }

    @Override
    public ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        String redirectUri = call.headers().text("redirectUri");
        RedirectUris.check(call, "header.redirectUri", redirectUri);
        Consent consent = call.world()
                .consents()
                .ask(
                        Consent.Purpose.REVOKE_ACCOUNT,
                        call.contract(),
                        new Consent.Terms(redirectUri, null, null, user, Accounts.named(call, user), SessionPlan.ALL),
                        call.now().plus(call.world().lifetimes().session()));
        return ApiResponse.json(Map.of("location", onboardUrl + "revoke?code=" + consent.code()));
    }
}
