package me.digi.client.sandbox.internal.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.sandbox.internal.html.Html;

/** The token pairs of a grant, as a drawing and as a table. */
final class GrantPart {
    private static final int SHOWN = 20;

    private GrantPart() {}

    static Html html(GrantView grant, Instant now) {
        int kept = grant.pairs().size();
        List<IssuedPair> newestFirst = new ArrayList<>(grant.pairs().subList(Math.max(0, kept - SHOWN), kept));
        Collections.reverse(newestFirst);
        return Html.of(
                """
                <h2>Tokens under {}</h2>
                <p>{} Consent <code>{}</code>.</p>
                {}
                {}<details><summary>{}, with the tokens</summary>
                {}</details>
                """,
                Links.toContract(grant.contractId()),
                state(grant, now),
                grant.consentId(),
                TimeLine.of(grant.pairs(), now),
                actions(grant),
                kept > SHOWN
                        ? "The newest " + SHOWN + " of " + kept + " pairs that are kept"
                        : "All pairs that are kept",
                Table.of("Pair", "Issued", "Access token", "Refresh token", "State")
                        .html(newestFirst, pair -> row(pair, now)));
    }

    private static Html actions(GrantView grant) {
        if (grant.live() == null) {
            return Html.NONE;
        }
        String address = Links.user(grant.userId()) + "/grants/" + Links.encode(grant.contractId());
        return Html.of(
                "<div class=\"row\">\n{}{}{}</div>\n",
                Forms.button(address + "/expire", "Expire the access token"),
                Forms.button(address + "/expire-both", "Expire both tokens"),
                Forms.guarded(address + "/revoke", "Revoke", "Revoke: the user has to consent again"));
    }

    private static String state(GrantView grant, Instant now) {
        TokenPair live = grant.live();
        return live == null
                ? "Revoked: the user has to consent again."
                : "Pair " + live.number() + " of " + grant.issued() + " is accepted: access token "
                        + expiry(live.accessExpiresAt(), now) + ", refresh token "
                        + expiry(live.refreshExpiresAt(), now)
                        + ".";
    }

    static String expiry(Instant expiresAt, Instant now) {
        return (expiresAt.isAfter(now) ? "expires " : "expired ") + Times.relative(expiresAt, now);
    }

    private static Table.Row row(IssuedPair pair, Instant now) {
        TokenPair tokens = pair.tokens();
        return Table.Row.of(
                tokens.number(),
                Times.whole(pair.issuedAt()),
                token(tokens.accessToken(), tokens.accessExpiresAt(), now),
                token(tokens.refreshToken(), tokens.refreshExpiresAt(), now),
                TimeLine.state(pair));
    }

    private static Html token(String value, Instant expiresAt, Instant now) {
        return Html.of(
                "<code class=\"token\">{}</code> <span class=\"quiet\">{}</span>", value, expiry(expiresAt, now));
    }
}
