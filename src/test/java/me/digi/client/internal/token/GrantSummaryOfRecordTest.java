package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.GrantSummary.State;
import org.junit.jupiter.api.Test;

/** What a store may show of a record. */
class GrantSummaryOfRecordTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserAccessToken PAIR = ScriptedServer.pair(1);
    private static final GrantRecord PLAIN = GrantRecord.first(PAIR, NOW);
    private static final Reauthorize VERDICT = new Reauthorize(Reason.REFUSED, null, "gone", "reference");
    private static final TokenResponse KEPT = new TokenResponse(TokenRequest.REFRESH, "request", "token", NOW);

    @Test
    void aPairThatWorksIsActiveWithItsTimes() {
        assertThat(PLAIN.summary())
                .isEqualTo(
                        new GrantSummary(State.ACTIVE, NOW, PAIR.refreshToken().expiresAt()));
    }

    @Test
    void theStateIsTheFirstThatApplies() {
        assertThat(stateOf(PLAIN.leased("mine"))).isEqualTo(State.REFRESHING);
        assertThat(stateOf(PLAIN.leased("mine").leased("next"))).isEqualTo(State.REFRESHING);
        assertThat(stateOf(PLAIN.leased("mine").released(false))).isEqualTo(State.ACTIVE);
        assertThat(stateOf(PLAIN.leased("mine").released(true))).isEqualTo(State.IN_DOUBT);
        assertThat(stateOf(PLAIN.keeping(KEPT))).isEqualTo(State.IN_DOUBT);
        GrantRecord dead = PLAIN.refused(VERDICT, NOW, false);
        assertThat(stateOf(dead)).isEqualTo(State.REAUTHORIZE);
        assertThat(stateOf(dead.keeping(KEPT))).isEqualTo(State.REAUTHORIZE);
        assertThat(stateOf(dead.leased("mine"))).isEqualTo(State.REAUTHORIZE);
        assertThat(stateOf(dead.renewed(ScriptedServer.pair(2), NOW, List.of())))
                .isEqualTo(State.ACTIVE);
    }

    @Test
    void aSignInThatCannotBeReadYetHasNoTimes() {
        assertThat(GrantRecord.first(null, NOW).keeping(KEPT).summary())
                .isEqualTo(new GrantSummary(State.IN_DOUBT, null, null));
    }

    private static State stateOf(GrantRecord record) {
        return record.summary().state();
    }
}
