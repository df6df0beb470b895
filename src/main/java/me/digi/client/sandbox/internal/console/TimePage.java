package me.digi.client.sandbox.internal.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** The clock, and what expires when it is moved. */
final class TimePage implements ConsolePage {
    private static final int SHOWN = 50;

    private final Sandbox sandbox;

    TimePage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get("time", call -> show()), ConsoleRoute.post("time", this::advance));
    }

    private Response show() {
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
                        expiring(now)));
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

    private Html expiring(Instant now) {
        List<Expiry> all = new ArrayList<>();
        for (GrantView grant : sandbox.grants()) {
            TokenPair live = grant.live();
            if (live != null) {
                all.add(new Expiry(grant, "access token", live.accessExpiresAt()));
                all.add(new Expiry(grant, "refresh token", live.refreshExpiresAt()));
            }
        }
        all.sort(Comparator.comparing(Expiry::at));
        return all.isEmpty()
                ? Html.of("<p>There are no tokens so far.</p>\n")
                : Html.of(
                        """
                        <table class="cards">
                        <caption>{} of {} tokens</caption>
                        <thead><tr><th>When</th><th>Time</th><th>Token</th><th>User</th><th>Contract</th></tr></thead>
                        <tbody>
                        {}</tbody>
                        </table>
                        """,
                        Math.min(SHOWN, all.size()),
                        all.size(),
                        Html.each(all.stream().limit(SHOWN).toList(), expiry -> row(expiry, now)));
    }

    private static Html row(Expiry expiry, Instant now) {
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
                GrantPart.expiry(expiry.at(), now),
                Times.whole(expiry.at()),
                expiry.token(),
                Links.toUser(expiry.grant().userId()),
                Links.contract(expiry.grant().contractId()),
                expiry.grant().contractId());
    }

    /** A token, and when it expires. */
    private record Expiry(GrantView grant, String token, Instant at) {}
}
