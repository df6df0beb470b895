package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.error.ErrorCode;
import org.junit.jupiter.api.Test;

class RefreshResultTest {
    private static final UserAccessToken TOKEN = UserAccessToken.builder()
            .accessToken(Token.of("secret-access", Instant.ofEpochSecond(1_700_000_000)))
            .refreshToken(Token.of("secret-refresh", Instant.ofEpochSecond(1_700_000_000)))
            .build();

    @Test
    void foldCallsTheMatchingBranch() {
        RefreshResult refreshed = new Refreshed(TOKEN);
        RefreshResult refused = new Reauthorize(Reason.REFUSED, ErrorCode.INVALID_TOKEN, "expired", "ref");
        assertThat(refreshed.<Object>fold(token -> token, verdict -> verdict)).isSameAs(TOKEN);
        assertThat(refused.<Object>fold(token -> token, verdict -> verdict)).isSameAs(refused);
    }

    @Test
    void membersThatTheServiceOmitsAreNull() {
        Reauthorize lost = new Reauthorize(Reason.RESPONSE_LOST, null, null, null);
        assertThat(lost.code()).isNull();
        assertThatThrownBy(() -> new Reauthorize(null, null, null, null)).hasMessage("reason");
        assertThatThrownBy(() -> new Refreshed(null)).hasMessage("token");
    }

    @Test
    void doesNotPrintTokens() {
        assertThat(new Refreshed(TOKEN).toString()).doesNotContain("secret");
    }
}
