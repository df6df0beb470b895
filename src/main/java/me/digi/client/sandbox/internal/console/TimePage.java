package me.digi.client.sandbox.internal.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.state.Expiring;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.World;

/** The clock, and what expires when it is moved. */
final class TimePage implements Resource {
    private static final int SHOWN = 50;

    private final Sandbox sandbox;
    private final World world;

    TimePage(Sandbox sandbox, World world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("time", this::show), Forms.route("time", this::advance, call -> Section.TIME.path()));
    }

    private Response show(ControlCall call) {
        Instant now = sandbox.clock().instant();
        return Layout.page(
                Section.TIME,
                "Time",
                Html.of(
                        """
                        <p class="big">{}</p>
                        <p>The clock {}, and was moved by {} in total. It can only be moved forward.</p>
                        <h2>Move it by</h2>
                        <div class="row">
                        {}{}{}{}{}</div>
                        {}<p>Requests of a client with another clock then break the rule
                        <a href="{}#timestamp">timestamp</a>: use the time of <code>GET /control/v1/clock</code>, or loosen the rule.</p>
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
                        expiring(now, Forms.text(call.query(), "text"))));
    }

    private static Html by(String duration, String label) {
        return Forms.button(Section.TIME.path(), label, "duration", duration);
    }

    private void advance(ControlCall call) {
        try {
            sandbox.clock().advance(Duration.parse(call.field("duration")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a duration such as PT2H or P30D: " + call.field("duration"), e);
        }
    }

    private Html expiring(Instant now, String text) {
        Expiring expiring = world.locked(() -> Expiring.nearest(world.grants(), now, text, SHOWN));
        return Html.of(
                """
                {}{}""",
                Forms.userSearch(text),
                expiring.shown().isEmpty()
                        ? Html.of("<p>There are no tokens{}.</p>\n", text.isEmpty() ? " so far" : " of such a user")
                        : Table.of("When", "Time", "Token", "User", "Contract")
                                .caption(expiring.shown().size() + " of " + expiring.count()
                                        + " tokens: those nearest to now")
                                .html(expiring.shown(), token -> row(token, now)));
    }

    private static Table.Row row(Expiring.Token token, Instant now) {
        return Table.Row.of(
                GrantPart.expiry(token.at(), now),
                Times.whole(token.at()),
                token.kind() == IssuedToken.Kind.ACCESS ? "access token" : "refresh token",
                Links.toUser(token.userId()),
                Links.toContract(token.contractId()));
    }
}
