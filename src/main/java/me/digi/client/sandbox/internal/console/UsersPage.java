package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final int SHOWN = 200;

    private final Sandbox sandbox;

    UsersPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("users", call -> show()),
                ConsoleRoute.post("users", this::create),
                ConsoleRoute.post("users/expire", call -> expire()));
    }

    private Response show() {
        List<UserView> users = sandbox.users();
        List<UserView> newest = users.subList(Math.max(0, users.size() - SHOWN), users.size());
        return Layout.page(
                Section.USERS,
                "Users",
                Html.of(
                        """
                        {}<h2>New user</h2>
                        <p>This user has consented to the contract, and has tokens, without a page and a client.</p>
                        {}""",
                        newest.isEmpty()
                                ? Html.of("<p>Nobody has consented so far.</p>\n")
                                : list(newest, users.size()),
                        Forms.form(
                                Section.USERS.path(),
                                Html.of(
                                        "<div class=\"row\">{}<button>Create</button></div>",
                                        Forms.select("contract", "Contract", contracts(), null)))));
    }

    private Html list(List<UserView> users, int all) {
        Html rows = Html.NONE;
        Map<String, List<GrantView>> grants =
                sandbox.grants().stream().collect(Collectors.groupingBy(GrantView::userId));
        for (UserView user : users) {
            rows = Html.of("{}{}", row(user, grants.getOrDefault(user.id(), List.of())), rows);
        }
        return Html.of(
                """
                <table class="cards">
                <caption>{} of {}</caption>
                <thead><tr><th>User</th><th>First consent</th><th>Contracts</th><th>Accounts</th><th>Files</th></tr></thead>
                <tbody>
                {}</tbody>
                </table>
                {}""",
                users.size(),
                all,
                rows,
                Forms.button(Section.USERS.path() + "/expire", "Expire all access tokens"));
    }

    private Html row(UserView user, List<GrantView> grants) {
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
                        grants,
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
