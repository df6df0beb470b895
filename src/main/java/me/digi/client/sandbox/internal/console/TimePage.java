package me.digi.client.sandbox.internal.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.state.Expiring;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.World;

/** The clock, and what expires when it is moved. */
final class TimePage implements ConsolePage {
    private static final int SHOWN = 50;

    private final Sandbox sandbox;
    private final World world;

    TimePage(Sandbox sandbox, World world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get("time", this::show), ConsoleRoute.post("time", this::advance));
    }

    private Response show(ConsoleCall call) {
        Instant now = sandbox.clock().instant();
        return Layout.page(
                Section.TIME,
                "Time",
                Html.of(
                        """
                        <p class="big">{}</p>
                        <p>The clock {}, and was moved by {} in all. It only goes forward.</p>
                        <h2>Move it by</h2>
                        <div class="row">
                        {}{}{}{}{}</div>
                        {}<p>A client that takes the time from its own machine is then refused by the rule
                        <a href="{}#timestamp">timestamp</a>: give it the time of <code>GET /control/v1/clock</code>, or loosen
                        the rule.</p>
                        <h2>What expires</h2>
                        {}""",
                        Times.whole(now),
                        sandbox.clock().isRunning() ? "runs" : "stands still until it is moved",
                        Times.length(sandbox.clock().ahead()),
                        by("PT5M", "5 minutes"),
                        by("PT1H", "1 hour"),
                        by("P1D", "1 day"),
                        by("P30D", "30 days"),
                        by("P180D", "180 days"),
                        Forms.form(Section.TIME.path(), Html.of("""
                                        <div class="row"><label>A duration such as PT2H or P30D
                                        <input name="duration" required autocomplete="off" spellcheck="false"></label>
                                        <button>Move</button></div>
                                        """)),
                        Section.RULES.path(),
                        expiring(now, call.query().has("text") ? call.query().text("text") : "")));
    }

    private static Html by(String duration, String label) {
        return Forms.button(Section.TIME.path(), label, "duration", duration);
    }

    private Response advance(ConsoleCall call) {
        try {
            sandbox.clock().advance(Duration.parse(call.field("duration")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a duration such as PT2H or P30D: " + call.field("duration"), e);
        }
        return HtmlDocument.redirect(303, Section.TIME.path());
    }

    private Html expiring(Instant now, String text) {
        Expiring expiring = world.locked(() -> Expiring.nearest(world.grants(), now, text, SHOWN));
        return Html.of(
                """
                <form class="row" role="search">
                <label>User<input name="text" type="search" value="{}" autocomplete="off" spellcheck="false"></label>
                <button>Find</button>
                </form>
                {}""",
                text,
                expiring.shown().isEmpty()
                        ? Html.of("<p>There are no tokens{}.</p>\n", text.isEmpty() ? " so far" : " of such a user")
                        : Html.of(
                                """
                                <table class="cards">
                                <caption>{} of {} tokens: those nearest to now</caption>
                                <thead><tr><th>When</th><th>Time</th><th>Token</th><th>User</th><th>Contract</th></tr></thead>
                                <tbody>
                                {}</tbody>
                                </table>
                                """,
                                expiring.shown().size(),
                                expiring.count(),
                                Html.each(expiring.shown(), token -> row(token, now))));
    }

    private static Html row(Expiring.Token token, Instant now) {
        return Html.of(
                """
                <tr>
                <td data-label="When">{}</td>
                <td data-label="Time">{}</td>
                <td data-label="Token">{}</td>
                <td data-label="User">{}</td>
                <td data-label="Contract"><a href="{}">{}</a></td>
                </tr>
                """,
                GrantPart.expiry(token.at(), now),
                Times.whole(token.at()),
                token.kind() == IssuedToken.Kind.ACCESS ? "access token" : "refresh token",
                Links.toUser(token.userId()),
                Links.contract(token.contractId()),
                token.contractId());
    }
}
