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
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;

    @Test
    void aNewAccessTokenWithTheOldRefreshTokenIsANewPair() {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, stays("refresh_token", scene.first.refreshToken()));
        assertThat(user.listAccounts()).isNotEmpty();
        UserAccessToken pair = user.loadToken();
        assertThat(pair.refreshToken()).isEqualTo(scene.first.refreshToken());
        assertThat(pair.accessToken().value()).isEqualTo(scene.live().accessToken());
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.expire();
        user.refresh();
        assertThat(scene.presented())
                .hasSize(2)
                .containsOnly(scene.first.refreshToken().value());
        scene.digiMe.close();
        assertThat(scene.heard.newPairs()).containsExactly(scene.first, pair);
    }

    @Test
    void theOldAccessTokenWithANewRefreshTokenIsANewPair() {
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, stays("access_token", scene.first.accessToken()));
        UserAccessToken pair = ((Refreshed) user.refresh()).token();
        assertThat(pair.accessToken().value())
                .isEqualTo(scene.first.accessToken().value());
        assertThat(pair.refreshToken().value()).isEqualTo(scene.live().refreshToken());
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(scene.refreshes()).isEqualTo(1);
        // This sandbox refuses the old access token all the same: what is refreshed then is the new pair.
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.presented())
                .containsExactly(
                        scene.first.refreshToken().value(), pair.refreshToken().value());
        assertThat(scene.stored()).matches(scene::honours);
    }

    @Test
    void theOldPairIsNotTakenForANewOneByWhoComesLateWithIt() {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, stays("refresh_token", scene.first.refreshToken()));
        assertThat(user.listAccounts()).isNotEmpty();
        DigiMe another = scene.another();
        assertThat(another.takeOver(scene.contract, GrantScene.USER, scene.first))
                .isEqualTo(new TakeOver.Older());
        DigiMeUser late = scene.userOf(another);
        assertThat(late.loadToken()).isEqualTo(user.loadToken()).isNotEqualTo(scene.first);
        assertThat(late.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    /** In the response, that token stays what it was, and lives on. */
    private Change stays(String claim, Token token) {
        long expiry = scene.sandbox.clock().instant().plus(Duration.ofDays(1)).getEpochSecond();
        boolean isRefreshToken = claim.equals("refresh_token");
        long kept = isRefreshToken ? token.expiresAt().getEpochSecond() : expiry;
        return Change.claim(claim, Map.of("value", token.value(), "expires_on", kept));
    }
}
