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

/** A refresh of a stored user with an odd response: if it has two valid tokens, the pair is stored and used. */
class OddResponseOfStoredUserTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, 1L << 53, 253_402_300_800L})
    void t2_anExpiryThatMakesNoSenseIsUnknownAndTheTokenIsUsedUntilItIsRefused(long expiry) {
        UserAccessToken pair = refreshedWith(Change.claim("access_token.expires_on", expiry));
        assertThat(pair.accessToken().expiresAt()).isNull();
        assertThat(local.refreshes()).isEqualTo(1);
        local.expire();
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).as("refused, and refreshed then").isEqualTo(2);
    }

    @Test
    void t2_anExpiryInMillisecondsIsRecognized() {
        long expiry = local.sandbox
                .clock()
                .instant()
                .plus(LocalUser.A_DAY)
                .plusSeconds(86_000)
                .toEpochMilli();
        UserAccessToken pair = refreshedWith(Change.claim("access_token.expires_on", expiry));
        assertThat(pair.accessToken().expiresAt()).isNotNull();
        assertThat(pair.accessToken().expiresAt().getEpochSecond()).isEqualTo(expiry / 1000);
    }

    @Test
    void t2_anIdThatIsNotTextIsTheOneFromBefore() {
        UserAccessToken pair = refreshedWith(Change.claim("sub", 42).and(Change.claim("consentid", 43)));
        assertThat(pair)
                .returns(local.first.userId(), UserAccessToken::userId)
                .returns(local.first.consentId(), UserAccessToken::consentId);
    }

    @Test
    void t2_theListenerIsCalledOnceForAnOddResponse() throws InterruptedException {
        refreshedWith(Change.claim("access_token.expires_on", 0));
        local.tokenEvents.await(ResponseOdd.class, 1);
        assertThat(local.tokenEvents.of(ResponseOdd.class).get(0).members())
                .isEqualTo(List.of("access_token.expires_on"));
        local.expire();
        assertThat(local.user.refresh()).isNotNull();
        local.digiMe.close();
        assertThat(local.tokenEvents.of(ResponseOdd.class)).hasSize(1);
    }

    private UserAccessToken refreshedWith(Fault odd) {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, odd);
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.user.loadToken()).matches(local::accepts);
        assertThat(local.stored()).isEqualTo(local.user.loadToken());
        return local.user.loadToken();
    }
}
