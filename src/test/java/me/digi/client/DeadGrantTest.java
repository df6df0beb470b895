package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.ReauthorizationNeeded;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant that the server does not honour any more, and how it comes back to life. */
class DeadGrantTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;

    @BeforeEach
    void revoke() {
        scene.sandbox.revoke(scene.first.userId());
    }

    @Test
    void refusedRefreshAsksForReauthorization() {
        Reauthorize verdict = verdictOn(user);
        assertThat(verdict.reason()).isEqualTo(Reason.REFUSED);
        assertThat(verdict.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(verdict.reference()).isNotBlank();
        assertThat(user.refresh()).isEqualTo(verdict);
    }

    @Test
    void theVerdictIsRememberedForTwoMinutesByAllAndThenAskedForAgain() {
        Reauthorize verdict = verdictOn(user);
        DigiMe another = scene.another();
        for (int i = 0; i < 5; i++) {
            assertThat(verdictOn(user)).isEqualTo(verdict);
            assertThat(verdictOn(scene.userOf(another))).isEqualTo(verdict);
        }
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.sandbox.clock().advance(Duration.ofMinutes(2));
        verdictOn(user);
        assertThat(scene.refreshes()).isEqualTo(2);
        scene.digiMe.close();
        assertThat(scene.heard.of(ReauthorizationNeeded.class)).hasSize(2);
    }

    @Test
    void aClientThatStartsLaterKnowsWhyTheUserWasLoggedOut() {
        Reauthorize verdict = verdictOn(user);
        scene.sandbox.clock().advance(Duration.ofDays(3));
        TokenStatus status = scene.userOf(scene.another()).loadTokenStatus();
        assertThat(status.state()).isEqualTo(State.REAUTHORIZE);
        assertThat(status.reauthorize()).isEqualTo(verdict);
        assertThat(status.lastErrorCode()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(status.lastErrorReference()).isEqualTo(verdict.reference());
    }

    @Test
    void aUserWhoHasConsentedAgainIsServedAtOnce() {
        verdictOn(user);
        SignIn again = scene.signIn(scene.digiMe, scene.consentAgain(user.loadToken()));
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(again.replaced())
                .as("the dead pair, which is the same user's")
                .isNull();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(scene.stored()).isEqualTo(again.user().loadToken()).matches(scene::honours);
    }

    @Test
    void t4_aUserWhoConsentsAnewAfterARevokeGetsTheNewPairThoughTheDeadOneWouldHaveExpiredLater() {
        verdictOn(user);
        Authorized again = scene.consentAgain(user.loadToken());
        Instant soon = scene.sandbox.clock().instant().plus(Duration.ofHours(1));
        scene.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon.getEpochSecond()));
        UserAccessToken pair = scene.signIn(scene.digiMe, again).user().loadToken();
        assertThat(pair).matches(scene::honours);
        assertThat(pair.accessToken().expiresAt())
                .isBefore(scene.first.accessToken().expiresAt());
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aUserWhoConsentsAnewBeforeAnybodyNoticedTheRevokeGetsTheNewPairToo() {
        Authorized again = scene.consentAgain(user.loadToken());
        Instant soon = scene.sandbox.clock().instant().plus(Duration.ofHours(1));
        scene.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon.getEpochSecond()));
        assertThat(scene.signIn(scene.digiMe, again).user().loadToken()).matches(scene::honours);
        assertThat(scene.stored()).matches(scene::honours);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aUserWhoConsentsAgainDuringTheRefreshThatIsRefusedIsServed() {
        Authorized again = scene.consentAgain(user.loadToken());
        Network network = new Network();
        DigiMe client = scene.another(builder -> builder.httpClient(network.client()));
        DigiMeUser same = scene.userOf(client);
        assertThat(same.loadToken()).isEqualTo(scene.first);
        network.beforeNextResponse(() -> scene.signIn(client, again));
        assertThat(same.listAccounts()).isNotEmpty();
        assertThat(same.loadToken()).matches(scene::honours);
        assertThat(scene.stored()).isEqualTo(same.loadToken());
        assertThat(scene.sandbox.requests().last(Operation.REFRESH_TOKEN).status())
                .isEqualTo(401);
    }

    private static Reauthorize verdictOn(DigiMeUser user) {
        return catchThrowableOfType(ReauthorizationRequiredException.class, user::listAccounts)
                .reauthorize();
    }
}
