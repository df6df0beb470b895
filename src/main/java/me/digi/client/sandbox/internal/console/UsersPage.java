package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.UserView;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** The users, newest first. */
final class UsersPage implements Resource {
    private static final int SHOWN = 100;

    private final Sandbox sandbox;

    UsersPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("users", this::show),
                Route.post("users", this::create),
                Forms.route("users/expire", call -> sandbox.expireAccessTokens(), call -> Section.USERS.path()));
    }

    private Response show(ControlCall call) {
        String text = Forms.text(call.query(), "text");
        List<UserView> found = new ArrayList<>(sandbox.users());
        found.removeIf(user -> !user.id().contains(text));
        Collections.reverse(found);
        int from = Math.min(found.size(), Forms.number(call.query(), "from", 0));
        return Layout.page(
                Section.USERS,
                "Users",
                Html.of(
                        """
                        {}{}<h2>New user</h2>
                        <p>Creates a user who has consented to the contract, with tokens, without a page or a client.</p>
                        {}""",
                        Forms.userSearch(text),
                        found.isEmpty() ? nobody(text) : list(found, from, text),
                        Forms.form(
                                Section.USERS.path(),
                                Html.of(
                                        "<div class=\"row\">{}<button>Create</button></div>",
                                        Forms.select(
                                                "contract",
                                                "Contract",
                                                Forms.options(sandbox.contracts().stream()
                                                        .map(ContractView::id)),
                                                null)))));
    }

    private static Html nobody(String text) {
        return text.isEmpty()
                ? Html.of("<p>No user has consented so far.</p>\n")
                : Html.of("<p>No user id contains this text.</p>\n");
    }

    private Html list(List<UserView> found, int from, String text) {
        int to = Math.min(found.size(), from + SHOWN);
        return Html.of(
                "{}{}{}",
                Table.of("User", "First consent", "Contracts", "Accounts", "Files")
                        .caption(Math.min(from + 1, to) + " to " + to + " of " + found.size() + ", the newest first")
                        .html(found.subList(from, to), this::row),
                Html.when(
                        to < found.size(),
                        "<p><a href=\"{}?from={}&amp;text={}\">Older users</a></p>\n",
                        Section.USERS.path(),
                        to,
                        Links.encode(text)),
                Forms.button(Section.USERS.path() + "/expire", "Expire all access tokens"));
    }

    private Table.Row row(UserView user) {
        SandboxLibrary library = sandbox.library(user.id());
        return Table.Row.of(
                Links.toUser(user.id()),
                Times.whole(user.createdAt()),
                Html.each(
                        sandbox.grants(user.id()),
                        grant -> Html.of(
                                "<span class=\"item\">{}{}</span> ",
                                grant.contractId(),
                                grant.live() == null ? " (revoked)" : "")),
                library.accountIds().size(),
                library.files().size());
    }

    private Response create(ControlCall call) {
        GrantView grant = sandbox.createUser(call.field("contract"));
        return HtmlDocument.redirect(303, Links.user(grant.userId()));
    }
}
