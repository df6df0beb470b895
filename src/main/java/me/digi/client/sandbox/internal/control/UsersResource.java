package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** The users and their tokens. */
final class UsersResource implements Resource {
    private static final ObjectShape USER = ObjectShape.object().required("contractId", Shape.text());

    private final Sandbox sandbox;

    UsersResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("users", call -> ControlResponse.list("users", sandbox.users(), Documents::user)),
                Route.post("users", USER, this::create),
                Route.get("users/{userId}", call -> show(call.path("userId"))),
                Route.delete("users/{userId}", this::delete),
                change("expire-access-tokens", call -> sandbox.expireAccessTokens(call.path("userId"))),
                change("revoke", call -> sandbox.revoke(call.path("userId"))),
                ofGrant("expire-access-token", sandbox::expireAccessToken),
                ofGrant("expire-tokens", sandbox::expireTokens),
                ofGrant("revoke", sandbox::revoke));
    }

    private Route ofGrant(String path, BiConsumer<String, String> change) {
        return change(
                "grants/{contractId}/" + path, call -> change.accept(call.path("userId"), call.path("contractId")));
    }

    private Route change(String path, Consumer<ControlCall> change) {
        return Route.post("users/{userId}/" + path, call -> {
            change.accept(call);
            return show(call.path("userId"));
        });
    }

    /** Creates a user who has consented, without a page. */
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
