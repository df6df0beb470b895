package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.ResponseOdd;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh of a stored user whose response is odd beside its two token values: the pair is stored and used. */
class OddResponseOfStoredUserTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, 1L << 53, 253_402_300_800L})
    void t2_anExpiryThatMakesNoSenseIsUnknownAndTheTokenIsUsedUntilItIsRefused(long expiry) {
        UserAccessToken pair = refreshedWith(Change.claim("access_token.expires_on", expiry));
        assertThat(pair.accessToken().expiresAt()).isNull();
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.expire();
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).as("refused, and refreshed then").isEqualTo(2);
    }

    @Test
    void t2_anExpiryInMillisecondsIsRecognised() {
        long expiry = scene.sandbox
                .clock()
                .instant()
                .plus(GrantScene.A_DAY)
                .plusSeconds(86_000)
                .toEpochMilli();
        UserAccessToken pair = refreshedWith(Change.claim("access_token.expires_on", expiry));
        assertThat(pair.accessToken().expiresAt()).isNotNull();
        assertThat(pair.accessToken().expiresAt().getEpochSecond()).isEqualTo(expiry / 1000);
    }

    @Test
    void t2_anIdThatIsNoTextIsTheOneFromBefore() {
        UserAccessToken pair = refreshedWith(Change.claim("sub", 42).and(Change.claim("consentid", 43)));
        assertThat(pair)
                .returns(scene.first.userId(), UserAccessToken::userId)
                .returns(scene.first.consentId(), UserAccessToken::consentId);
    }

    @Test
    void t2_theListenerIsToldWhatWasOddAndNothingThatWasNot() throws InterruptedException {
        refreshedWith(Change.claim("access_token.expires_on", 0));
        scene.heard.await(ResponseOdd.class, 1);
        assertThat(scene.heard.of(ResponseOdd.class).get(0).members()).isEqualTo(List.of("access_token.expires_on"));
        scene.expire();
        assertThat(scene.user.refresh()).isNotNull();
        scene.digiMe.close();
        assertThat(scene.heard.of(ResponseOdd.class)).hasSize(1);
    }

    private UserAccessToken refreshedWith(Fault odd) {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, odd);
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.user.loadToken()).matches(scene::honours);
        assertThat(scene.stored()).isEqualTo(scene.user.loadToken());
        return scene.user.loadToken();
    }
}
