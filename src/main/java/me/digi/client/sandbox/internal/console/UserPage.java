package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.UserView;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;

/** A user: tokens with their history, and the library. */
final class UserPage implements Resource {
    private final Sandbox sandbox;

    UserPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("users/{userId}", this::show),
                change("expire", call -> sandbox.expireAccessTokens(call.path("userId"))),
                change("revoke", call -> sandbox.revoke(call.path("userId"))),
                ofGrant("expire", sandbox::expireAccessToken),
                ofGrant("expire-both", sandbox::expireTokens),
                ofGrant("revoke", sandbox::revoke),
                Forms.route(
                        "users/{userId}/delete",
                        call -> sandbox.deleteUser(call.path("userId")),
                        call -> Section.USERS.path()));
    }

    private static Route ofGrant(String path, BiConsumer<String, String> change) {
        return change(
                "grants/{contractId}/" + path, call -> change.accept(call.path("userId"), call.path("contractId")));
    }

    private static Route change(String path, Consumer<ControlCall> change) {
        return Forms.route("users/{userId}/" + path, change, call -> Links.user(call.path("userId")));
    }

    private Response show(ControlCall call) {
        String id = call.path("userId");
        UserView user = sandbox.user(id);
        String address = Links.user(id);
        List<GrantView> grants = sandbox.grants(id);
        return Layout.page(
                Section.USERS,
                id,
                Html.of(
                        """
                        <p class="quiet">First consent: {}. <a href="{}?user={}">Requests of this user</a></p>
                        <div id="live" data-stream="/control/v1/requests/stream">
                        {}</div>
                        <h2>Under all contracts</h2>
                        <div class="row">
                        {}{}{}</div>
                        {}""",
                        Times.whole(user.createdAt()),
                        Section.REQUESTS.path(),
                        Links.encode(id),
                        Html.each(
                                grants,
                                grant -> GrantPart.html(grant, sandbox.clock().instant())),
                        Forms.button(address + "/expire", "Expire access tokens"),
                        Forms.guarded(address + "/revoke", "Revoke", "Revoke: the user has to consent again"),
                        Forms.guarded(address + "/delete", "Delete the user", "Delete the user and all data"),
                        new LibraryPart(sandbox.library(id), id).html()));
    }
}
