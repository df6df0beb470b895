package me.digi.client.sandbox.internal.page;

import java.net.URI;
import java.util.List;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** The HTML of a page: who asks, for what, what is shared, and the decision. Used within the lock of the world. */
final class ConsentView {
    private static final Html MARK =
            Html.of("<p class=\"mark\"><b>Local sandbox.</b> This is not digi.me, and has no" + " real data.</p>\n");

    private final World world;
    private final Pages.Opened opened;
    private final Consent consent;
    private final @Nullable String query;
    private final Html transaction;

    ConsentView(World world, Pages.Opened opened, @Nullable String query) {
        this.world = world;
        this.opened = opened;
        this.consent = opened.consent();
        this.query = query;
        this.transaction = Html.of("<input type=\"hidden\" name=\"transaction\" value=\"{}\">", consent.show());
    }

    Html html() {
        User user = consent.terms().user();
        return Html.of(
                """
                <body class="consent">
                {}<main>
                <h1>{} asks {}</h1>
                <dl>
                <div><dt>Contract</dt><dd>{}</dd></div>
                <div><dt>You are</dt><dd>{}</dd></div>
                <div><dt>Then you return to</dt><dd>{}</dd></div>
                </dl>
                {}<form method="post" action="{}">
                {}{}<button class="primary">Allow</button>
                </form>
                <form method="post" action="{}">{}<button>Deny</button></form>
                {}</main>
                </body>
                """,
                MARK,
                world.contracts().applicationId(),
                opened.page().request(consent, opened.parameters(), world),
                consent.contract().id(),
                user == null ? "a new user" : user.id(),
                destination(),
                shared(),
                target("allow"),
                transaction,
                new SourcesView(world.catalogue(), opened.parameters(), user).html(opened.page().accountChoice),
                target("deny"),
                transaction,
                errors());
    }

    static Html error(String message) {
        return Html.of("""
                <body class="consent">
                {}<main>
                <h1>This link does not work</h1>
                <p role="alert" class="alert">The sandbox says: {}</p>
                <p>Go back to the application and start again.</p>
                </main>
                </body>
                """, MARK, message);
    }

    /** What <i>Allow</i> shares or changes. */
    private Html shared() {
        if (consent.purpose() == Consent.Purpose.REVOKE_ACCOUNT) {
            return Html.of("""
                    <h2>What changes</h2>
                    <p>No new data is fetched from this account until you authorize it again. Data that was fetched before stays in
                    your library.</p>
                    """);
        }
        List<String> scope = consent.terms().plan().words();
        return switch (consent.contract().kind()) {
            case PUSH -> Html.of("<h2>What is shared</h2>\n<p>Nothing is read. The application adds files.</p>\n");
            case READ -> shared(scope, "All data from your accounts");
            case READ_RAW -> shared(scope, "All files that applications have added");
        };
    }

    private static Html shared(List<String> scope, String everything) {
        return Html.of(
                "<h2>What is shared</h2>\n<ul>{}</ul>\n",
                Html.each(scope.isEmpty() ? List.of(everything) : scope, item -> Html.of("<li>{}</li>", item)));
    }

    private Html errors() {
        return Html.of(
                """
                <details><summary>Simulate an error</summary>
                <form method="post" action="{}">
                {}<label>What goes wrong<select name="errorCode">{}</select></label>
                <button>Return with this error</button>
                </form></details>
                """,
                target("fail"),
                transaction,
                Html.each(
                        List.of(PageError.values()),
                        error -> Html.of("<option value=\"{}\">{}: {}</option>\n", error, error, error.meaning())));
    }

    /** Without path and query, which may contain internals of the application. */
    private String destination() {
        URI uri = URI.create(consent.terms().redirectUri());
        return uri.getAuthority() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getAuthority();
    }

    private String target(String decision) {
        return opened.page().name + "/" + decision + (query == null ? "" : "?" + query);
    }
}
