package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** The users, and the tokens issued for them. */
final class UsersResource implements Resource {
    private static final ObjectShape USER = ObjectShape.object().required("contractId", Shape.text());

    private final Sandbox sandbox;

    UsersResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "users",
                        call -> ControlResponse.list(
                                "users",
                                sandbox.users().stream().map(Documents::user).toList())),
                Route.post("users", USER, this::create),
                Route.get("users/{userId}", call -> show(call.path("userId"))),
                Route.delete("users/{userId}", this::delete),
                Route.post("users/{userId}/expire-access-tokens", call -> {
                    sandbox.expireAccessTokens(call.path("userId"));
                    return show(call.path("userId"));
                }),
                Route.post("users/{userId}/revoke", call -> {
                    sandbox.revoke(call.path("userId"));
                    return show(call.path("userId"));
                }),
                Route.post("users/{userId}/grants/{contractId}/expire-access-token", call -> {
                    sandbox.expireAccessToken(call.path("userId"), call.path("contractId"));
                    return show(call.path("userId"));
                }),
                Route.post("users/{userId}/grants/{contractId}/expire-tokens", call -> {
                    sandbox.expireTokens(call.path("userId"), call.path("contractId"));
                    return show(call.path("userId"));
                }),
                Route.post("users/{userId}/grants/{contractId}/revoke", call -> {
                    sandbox.revoke(call.path("userId"), call.path("contractId"));
                    return show(call.path("userId"));
                }));
    }

    /** As if the user had consented, without a page. */
    private Response create(ControlCall call) {
        GrantView grant = sandbox.createUser(call.body().text("contractId"));
        return ControlResponse.json(201, Documents.grant(grant));
    }

    private Response show(String id) {
        Map<String, Object> json = new LinkedHashMap<>(Documents.user(sandbox.user(id)));
        json.put("grants", Documents.grants(sandbox.grants(id)));
        return ControlResponse.json(json);
    }

    private Response delete(ControlCall call) {
        sandbox.deleteUser(call.path("userId"));
        return ControlResponse.done();
    }
}
