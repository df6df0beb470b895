package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.store.GrantSummary.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a summary says, and when a grant is due for a refresh. */
class GrantSummaryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // refreshed so long ago, refresh token lived so long, due
        "P10D,         P30D, false",
        "P10DT0.001S,  P30D, true",
        "P29D,         P30D, true",
        "P31D,         P30D, true",
        "P30D,             , false",
        "P30DT0.001S,      , true",
        "-P1D,         P30D, false",
        "P30D,         P0D,  false",
        "P30DT0.001S,  -P1D, true",
        "PT0S,         -P1D, false",
    })
    void aPairIsDueAfterAThirdOfItsRefreshTokensLife(Duration age, Duration life, boolean isDue) {
        Instant refreshedAt = NOW.minus(age);
        Instant expiresAt = life == null ? null : refreshedAt.plus(life);
        assertThat(new GrantSummary(State.ACTIVE, refreshedAt, expiresAt).isDue(NOW))
                .isEqualTo(isDue);
        assertThat(new GrantSummary(State.UNKNOWN, refreshedAt, expiresAt).isDue(NOW))
                .isEqualTo(isDue);
    }

    @Test
    void aRowWithoutASummaryIsDue() {
        assertThat(GrantSummary.unknown()).isEqualTo(new GrantSummary(State.UNKNOWN, null, null));
        assertThat(GrantSummary.unknown().isDue(NOW)).isTrue();
        assertThat(new GrantSummary(State.ACTIVE, null, NOW).isDue(NOW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFRESHING", "IN_DOUBT", "REAUTHORIZE"})
    void deadDoubtfulAndLeasedGrantsAreNeverDue(State state) {
        assertThat(new GrantSummary(state, NOW.minus(Duration.ofDays(1000)), NOW).isDue(NOW))
                .isFalse();
        assertThat(new GrantSummary(state, null, null).isDue(NOW)).isFalse();
    }

    @Test
    void timesAreWholeMillisecondsAsTheyAreStored() {
        GrantSummary summary = new GrantSummary(State.ACTIVE, NOW.plusNanos(1_999_999), NOW.plusNanos(2_000_001));
        assertThat(summary.refreshedAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(summary.refreshTokenExpiresAt()).isEqualTo(NOW.plusMillis(2));
    }

    @Test
    void theSummaryFollowsFromTheRecordSoItMakesNoDifferenceBetweenTwo() {
        StoredGrant with = new StoredGrant(1, "{}", new GrantSummary(State.ACTIVE, NOW, null));
        assertThat(with).isEqualTo(new StoredGrant(1, "{}")).hasSameHashCodeAs(new StoredGrant(1, "{}"));
        assertThat(with).isNotEqualTo(new StoredGrant(2, "{}")).isNotEqualTo(new StoredGrant(1, "[]"));
        assertThat(with.next("[]").summary()).isEqualTo(GrantSummary.unknown());
        assertThat(StoredGrant.first("{}", with.summary()).summary()).isEqualTo(with.summary());
    }
}
