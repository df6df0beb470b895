package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.ReauthorizationNeeded;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant that the server refuses, and how a new consent replaces it. */
class DeadGrantTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;

    @BeforeEach
    void revoke() {
        local.sandbox.revoke(local.first.userId());
    }

    @Test
    void refusedRefreshNeedsReauthorization() {
        Reauthorize verdict = verdictOn(user);
        assertThat(verdict.reason()).isEqualTo(Reason.REFUSED);
        assertThat(verdict.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(verdict.reference()).isNotBlank();
        assertThat(user.refresh()).isEqualTo(verdict);
    }

    @Test
    void theVerdictIsRememberedForTwoMinutesByAllAndThenRequestedAgain() {
        Reauthorize verdict = verdictOn(user);
        DigiMe another = local.client();
        for (int i = 0; i < 5; i++) {
            assertThat(verdictOn(user)).isEqualTo(verdict);
            assertThat(verdictOn(local.userOf(another))).isEqualTo(verdict);
        }
        assertThat(local.refreshes()).isEqualTo(1);
        local.sandbox.clock().advance(Duration.ofMinutes(2));
        verdictOn(user);
        assertThat(local.refreshes()).isEqualTo(2);
        local.digiMe.close();
        assertThat(local.tokenEvents.of(ReauthorizationNeeded.class)).hasSize(2);
    }

    @Test
    void aClientThatStartsLaterKnowsWhyTheUserWasLoggedOut() {
        Reauthorize verdict = verdictOn(user);
        local.sandbox.clock().advance(Duration.ofDays(3));
        TokenStatus status = local.userOf(local.client()).loadTokenStatus();
        assertThat(status.state()).isEqualTo(State.REAUTHORIZE);
        assertThat(status.reauthorize()).isEqualTo(verdict);
        assertThat(status.lastErrorCode()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(status.lastErrorReference()).isEqualTo(verdict.reference());
    }

    @Test
    void aUserWhoHasConsentedAgainIsServedAtOnce() {
        verdictOn(user);
        SignIn again = local.signIn(local.digiMe, local.consentAgain(user.loadToken()));
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(again.replaced())
                .as("the dead pair, which is the same user's")
                .isNull();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(local.stored()).isEqualTo(again.user().loadToken()).matches(local::accepts);
    }

    @Test
    void t4_aUserWhoConsentsAgainAfterARevocationGetsTheNewPairEvenIfTheDeadOneExpiresLater() {
        verdictOn(user);
        Authorized again = local.consentAgain(user.loadToken());
        Instant soon = local.sandbox.clock().instant().plus(Duration.ofHours(1));
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon.getEpochSecond()));
        UserAccessToken pair = local.signIn(local.digiMe, again).user().loadToken();
        assertThat(pair).matches(local::accepts);
        assertThat(pair.accessToken().expiresAt())
                .isBefore(local.first.accessToken().expiresAt());
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aUserWhoConsentsAgainBeforeTheRevocationIsNoticedGetsTheNewPair() {
        Authorized again = local.consentAgain(user.loadToken());
        Instant soon = local.sandbox.clock().instant().plus(Duration.ofHours(1));
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon.getEpochSecond()));
        assertThat(local.signIn(local.digiMe, again).user().loadToken()).matches(local::accepts);
        assertThat(local.stored()).matches(local::accepts);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aUserWhoConsentsAgainDuringTheRefreshThatIsRefusedIsServed() {
        Authorized again = local.consentAgain(user.loadToken());
        Network network = new Network();
        DigiMe client = local.client(builder -> builder.httpClient(network.client()));
        DigiMeUser same = local.userOf(client);
        assertThat(same.loadToken()).isEqualTo(local.first);
        network.beforeNextResponse(() -> local.signIn(client, again));
        assertThat(same.listAccounts()).isNotEmpty();
        assertThat(same.loadToken()).matches(local::accepts);
        assertThat(local.stored()).isEqualTo(same.loadToken());
        assertThat(local.sandbox.requests().last(Operation.REFRESH_TOKEN).status())
                .isEqualTo(401);
    }

    private static Reauthorize verdictOn(DigiMeUser user) {
        return thrownBy(ReauthorizationRequiredException.class, user::listAccounts)
                .reauthorize();
    }
}
