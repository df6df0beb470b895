package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A server that replaces one of the two tokens, and leaves the other as it is. */
class HalfRotatedPairTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;

    @Test
    void aNewAccessTokenWithTheOldRefreshTokenIsANewPair() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, stays("refresh_token", local.first.refreshToken()));
        assertThat(user.listAccounts()).isNotEmpty();
        UserAccessToken pair = user.loadToken();
        assertThat(pair.refreshToken()).isEqualTo(local.first.refreshToken());
        assertThat(pair.accessToken().value()).isEqualTo(local.live().accessToken());
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(local.refreshes()).isEqualTo(1);
        local.expire();
        user.refresh();
        assertThat(local.presented())
                .hasSize(2)
                .containsOnly(local.first.refreshToken().value());
        local.digiMe.close();
        assertThat(local.tokenEvents.newPairs()).containsExactly(local.first, pair);
    }

    @Test
    void theOldAccessTokenWithANewRefreshTokenIsANewPair() {
        local.sandbox.failNext(Operation.REFRESH_TOKEN, stays("access_token", local.first.accessToken()));
        UserAccessToken pair = ((Refreshed) user.refresh()).token();
        assertThat(pair.accessToken().value())
                .isEqualTo(local.first.accessToken().value());
        assertThat(pair.refreshToken().value()).isEqualTo(local.live().refreshToken());
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(local.refreshes()).isEqualTo(1);
        // The sandbox refuses the old access token, so the new pair is refreshed.
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.presented())
                .containsExactly(
                        local.first.refreshToken().value(), pair.refreshToken().value());
        assertThat(local.stored()).matches(local::accepts);
    }

    @Test
    void theOldPairIsOlderForALateClient() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, stays("refresh_token", local.first.refreshToken()));
        assertThat(user.listAccounts()).isNotEmpty();
        DigiMe another = local.client();
        assertThat(another.takeOver(local.contract, LocalUser.USER, local.first))
                .isEqualTo(new TakeOver.Older());
        DigiMeUser late = local.userOf(another);
        assertThat(late.loadToken()).isEqualTo(user.loadToken()).isNotEqualTo(local.first);
        assertThat(late.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
    }

    /** In the response, that token is unchanged. */
    private Change stays(String claim, Token token) {
        long expiry = local.sandbox.clock().instant().plus(Duration.ofDays(1)).getEpochSecond();
        boolean isRefreshToken = claim.equals("refresh_token");
        long kept = isRefreshToken ? token.expiresAt().getEpochSecond() : expiry;
        return Change.claim(claim, Map.of("value", token.value(), "expires_on", kept));
    }
}
