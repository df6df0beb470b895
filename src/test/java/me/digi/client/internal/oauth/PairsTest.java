package me.digi.client.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The user and the lifetime of a pair. */
class PairsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aPairIsAnotherUsersIfTheIdsTell() {
        UserAccessToken alices = pair("one", "alice", "consent", NOW);
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", "bob", "consent", NOW)))
                .isTrue();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", "bob", null, NOW)))
                .isTrue();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", null, "another", NOW)))
                .isTrue();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", "alice", "another", NOW)))
                .isFalse();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", "alice", "consent", NOW)))
                .isFalse();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("two", null, null, NOW)))
                .isFalse();
        assertThat(Pairs.areOfDifferentUsers(alices, pair("one", "bob", "another", NOW)))
                .isFalse();
        UserAccessToken nameless = pair("one", null, "consent", NOW);
        assertThat(Pairs.areOfDifferentUsers(nameless, pair("two", "bob", "another", NOW)))
                .isTrue();
        assertThat(Pairs.areOfDifferentUsers(nameless, pair("two", null, "another", NOW)))
                .isTrue();
        assertThat(Pairs.areOfDifferentConsents(alices, pair("two", "alice", "another", NOW)))
                .isTrue();
    }

    @Test
    void aPairHasExpiredFromItsExpiryOn() {
        UserAccessToken pair = pair("one", null, null, NOW);
        assertThat(Pairs.hasExpired(pair, NOW.minusNanos(1))).isFalse();
        assertThat(Pairs.hasExpired(pair, NOW)).isTrue();
        UserAccessToken unknown = pair("one", null, null, null);
        assertThat(Pairs.hasExpired(unknown, Instant.MAX)).isFalse();
        assertThat(Pairs.isAsGoodAsExpired(unknown, NOW, Instant.MAX)).isFalse();
        assertThat(Pairs.isStale(unknown, NOW, Instant.MAX)).isFalse();
    }

    private static UserAccessToken pair(
            String name, @Nullable String userId, @Nullable String consentId, @Nullable Instant expiresAt) {
        return UserAccessToken.builder()
                .accessToken(Token.of(name + " access", expiresAt))
                .refreshToken(Token.of(name + " refresh", expiresAt))
                .userId(userId)
                .consentId(consentId)
                .build();
    }
}
