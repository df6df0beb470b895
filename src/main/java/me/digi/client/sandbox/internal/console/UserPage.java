package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.UserView;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** One user: tokens and their history, and the library. */
final class UserPage implements ConsolePage {
    private final Sandbox sandbox;

    UserPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("users/{userId}", this::show),
                ConsoleRoute.post("users/{userId}/expire", call -> {
                    sandbox.expireAccessTokens(call.path("userId"));
                    return HtmlDocument.redirect(303, Links.user(call.path("userId")));
                }),
                ConsoleRoute.post("users/{userId}/revoke", call -> {
                    sandbox.revoke(call.path("userId"));
                    return HtmlDocument.redirect(303, Links.user(call.path("userId")));
                }),
                ConsoleRoute.post("users/{userId}/grants/{contractId}/expire", call -> {
                    sandbox.expireAccessToken(call.path("userId"), call.path("contractId"));
                    return HtmlDocument.redirect(303, Links.user(call.path("userId")));
                }),
                ConsoleRoute.post("users/{userId}/grants/{contractId}/expire-both", call -> {
                    sandbox.expireTokens(call.path("userId"), call.path("contractId"));
                    return HtmlDocument.redirect(303, Links.user(call.path("userId")));
                }),
                ConsoleRoute.post("users/{userId}/grants/{contractId}/revoke", call -> {
                    sandbox.revoke(call.path("userId"), call.path("contractId"));
                    return HtmlDocument.redirect(303, Links.user(call.path("userId")));
                }),
                ConsoleRoute.post("users/{userId}/delete", call -> {
                    sandbox.deleteUser(call.path("userId"));
                    return HtmlDocument.redirect(303, Section.USERS.path());
                }));
    }

    private Response show(ConsoleCall call) {
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
