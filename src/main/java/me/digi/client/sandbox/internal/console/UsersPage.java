package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.UserView;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** The users: the newest first. */
final class UsersPage implements ConsolePage {
    private static final int SHOWN = 100;

    private final Sandbox sandbox;

    UsersPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("users", this::show),
                ConsoleRoute.post("users", this::create),
                ConsoleRoute.post("users/expire", call -> expire()));
    }

    private Response show(ConsoleCall call) {
        String text = call.query().has("text") ? call.query().text("text") : "";
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
                        <p>This user has consented to the contract, and has tokens, without a page and a client.</p>
                        {}""",
                        search(text),
                        found.isEmpty() ? nobody(text) : list(found, from, text),
                        Forms.form(
                                Section.USERS.path(),
                                Html.of(
                                        "<div class=\"row\">{}<button>Create</button></div>",
                                        Forms.select("contract", "Contract", contracts(), null)))));
    }

    private static Html search(String text) {
        return Html.of("""
                <form class="row" role="search">
                <label>User<input name="text" type="search" value="{}" autocomplete="off" spellcheck="false"></label>
                <button>Find</button>
                </form>
                """, text);
    }

    private static Html nobody(String text) {
        return text.isEmpty()
                ? Html.of("<p>No user has consented so far.</p>\n")
                : Html.of("<p>No user has an id with this text.</p>\n");
    }

    private Html list(List<UserView> found, int from, String text) {
        int to = Math.min(found.size(), from + SHOWN);
        return Html.of(
                """
                <table class="cards">
                <caption>{} to {} of {}, the newest first</caption>
                <thead><tr><th>User</th><th>First consent</th><th>Contracts</th><th>Accounts</th><th>Files</th></tr></thead>
                <tbody>
                {}</tbody>
                </table>
                {}{}""",
                Math.min(from + 1, to),
                to,
                found.size(),
                Html.each(found.subList(from, to), this::row),
                Html.when(
                        to < found.size(),
                        "<p><a href=\"{}?from={}&amp;text={}\">Older users</a></p>\n",
                        Section.USERS.path(),
                        to,
                        Links.encode(text)),
                Forms.button(Section.USERS.path() + "/expire", "Expire all access tokens"));
    }

    private Html row(UserView user) {
        SandboxLibrary library = sandbox.library(user.id());
        return Html.of(
                """
                <tr>
                <td data-label="User">{}</td>
                <td data-label="First consent">{}</td>
                <td data-label="Contracts">{}</td>
                <td data-label="Accounts">{}</td>
                <td data-label="Files">{}</td>
                </tr>
                """,
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

    private Response create(ConsoleCall call) {
        GrantView grant = sandbox.createUser(call.field("contract"));
        return HtmlDocument.redirect(303, Links.user(grant.userId()));
    }

    private Response expire() {
        sandbox.expireAccessTokens();
        return HtmlDocument.redirect(303, Section.USERS.path());
    }

    private List<Forms.Option> contracts() {
        return sandbox.contracts().stream()
                .map(ContractView::id)
                .map(Forms.Option::new)
                .toList();
    }
}
