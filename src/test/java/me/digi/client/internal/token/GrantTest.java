package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.auth.TakeOver.Older;
import me.digi.client.auth.TakeOver.Same;
import me.digi.client.auth.TakeOver.Taken;
import me.digi.client.auth.TakeOver.Undecided;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.RefreshFailed;
import me.digi.client.diagnostics.TokenEvent.RefreshJoined;
import me.digi.client.diagnostics.TokenEvent.RefreshStarted;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.ScriptedServer.Behavior;
import me.digi.client.sandbox.SandboxValues;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a grant gives its callers: a usable pair, a refresh if there is none, or the reason. */
class GrantTest extends ScriptedEngine {
    private final NetworkException notSent = NetworkException.notSent("refreshToken", null);
    private static final Reauthorize VERDICT =
            new Reauthorize(Reason.REFUSED, ErrorCode.INVALID_TOKEN, "no", "reference");

    private final Grant grant = newGrant();

    @Test
    void onlyAStoredPairThatIsDueIsKeptAlive() {
        UserAccessToken young = expiring(Duration.ofHours(1));
        put(young);
        assertThat(grant.duePair()).isNull();
        host.pass(Duration.ofDays(500));
        assertThat(grant.duePair()).isEqualTo(young);
        others(renewed(TWO));
        assertThat(grant.duePair())
                .as("the store's pair, not the one in memory")
                .isNull();
    }

    // A pair to make a call with.

    @Test
    void aFreshPairIsUsed() {
        put(expiring(Duration.ofHours(1)));
        Use use = grant.usable(false, WAIT);
        assertThat(use).isEqualTo(new Use(expiring(Duration.ofHours(1)), false, false));
        assertThat(grant.usable(true, WAIT)).isEqualTo(use);
        assertThat(host.waiting()).isZero();
    }

    @Test
    void aStalePairIsUsedAndRefreshedInTheBackground() {
        UserAccessToken stale = expiring(Duration.ofMinutes(4));
        putObtainedEarlier(stale);
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(stale, true, false));
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(stale, true, false));
        assertThat(host.waiting()).as("one for both").isEqualTo(1);
        host.work();
        assertThat(server.requests()).isEqualTo(1);
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(TWO, false, false));
        assertThat(events).noneMatch(RefreshJoined.class::isInstance);
    }

    @Test
    void aStalePairIsRefreshedBeforeABodyThatCanBeSentOnlyOnce() {
        putObtainedEarlier(expiring(Duration.ofMinutes(4)));
        assertThat(grant.usable(true, WAIT)).isEqualTo(new Use(TWO, false, true));
    }

    @Test
    void aFailedRefreshIsNotRepeatedInTheBackgroundFor10Seconds() {
        putObtainedEarlier(expiring(Duration.ofMinutes(4)));
        server.fail(notSent);
        grant.usable(false, WAIT);
        host.work();
        assertThat(events).endsWith(new RefreshFailed(KEY, notSent));
        host.pass(Duration.ofSeconds(10).minusNanos(1));
        grant.usable(false, WAIT);
        assertThat(host.waiting()).isZero();
        host.pass(Duration.ofNanos(1));
        grant.usable(false, WAIT);
        assertThat(host.waiting()).isEqualTo(1);
    }

    @Test
    void anExpiredPairIsRefreshedFirst() {
        put(expiring(Duration.ofSeconds(-1)));
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(TWO, false, true));
        assertThat(events).startsWith(new RefreshStarted(KEY));
    }

    @Test
    void aPairThatHasNotExpiredIsUsedIfTheRefreshFails() {
        UserAccessToken dying = expiring(Duration.ofSeconds(10));
        putObtainedEarlier(dying);
        server.fail(notSent);
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(dying, true, false));
        assertThat(server.requests()).isEqualTo(1);
        server.fail(notSent);
        assertThatThrownBy(() -> grant.usable(true, WAIT))
                .as("the body may be wasted")
                .isSameAs(notSent);
        host.pass(Duration.ofSeconds(10).minusNanos(1));
        server.fail(notSent);
        assertThat(grant.usable(false, WAIT).pair()).isEqualTo(dying);
        host.pass(Duration.ofNanos(1));
        server.fail(notSent);
        assertThatThrownBy(() -> grant.usable(false, WAIT)).isSameAs(notSent);
    }

    @Test
    void aPairBesideAnUnreadSignInIsNotUsed() {
        put(GrantRecord.first(expiring(Duration.ofHours(1)), host.now()).keeping(signInResponse("locked")));
        server.reads("locked", unverified, unverified);
        assertThatThrownBy(() -> grant.usable(false, WAIT)).isSameAs(unknownKey);
    }

    @Test
    void aPairBesideAnUnreadRefreshIsUsed() {
        UserAccessToken dying = expiring(Duration.ofSeconds(10));
        put(GrantRecord.first(dying, host.now().minusSeconds(3600)).keeping(refreshResponse("locked")));
        server.reads("locked", unverified, unverified);
        assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(dying, true, false));
    }

    @Test
    void aDeadOrForgottenPairIsNotUsed() {
        UserAccessToken dying = expiring(Duration.ofSeconds(10));
        put(GrantRecord.first(dying, host.now().minusSeconds(3600)).refused(VERDICT, host.now(), false));
        ReauthorizationRequiredException dead =
                thrownBy(ReauthorizationRequiredException.class, () -> grant.usable(false, WAIT));
        assertThat(dead.reauthorize()).isEqualTo(VERDICT);
        host.pass(Duration.ofSeconds(30));
        rows.delete(KEY);
        assertThatThrownBy(() -> grant.usable(false, WAIT)).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void aPairWithAnUnknownExpiryIsUsed() {
        UserAccessToken unknown = UserAccessToken.builder()
                .from(ONE)
                .accessToken(Token.of("access-1", null))
                .build();
        put(unknown);
        assertThat(grant.usable(true, WAIT)).isEqualTo(new Use(unknown, false, false));
        server.fail(notSent);
        assertThatThrownBy(() -> grant.replacement(unknown, true, WAIT)).isSameAs(notSent);
    }

    @Test
    void aPairOnlyInMemoryFailsOneCallAndIsUsedAfterwards() {
        putObtainedEarlier(expiring(Duration.ofSeconds(10)));
        server.next(Behavior.responding("1").once(() -> store.breakDown(WRITE, outage)));
        TokenStoreException unsaved = thrownBy(TokenStoreException.class, () -> grant.usable(false, WAIT));
        assertThat(unsaved.unsavedToken()).isEqualTo(TWO);
        int writes = store.count(WRITE);
        for (int i = 0; i < 10; i++) {
            assertThat(grant.usable(false, WAIT)).isEqualTo(new Use(TWO, false, false));
        }
        assertThat(store.count(WRITE))
                .as("storing is not tried again at each call")
                .isEqualTo(writes);
    }

    @Test
    void loadTokenReturnsAnExpiredPairAsWell() {
        UserAccessToken expired = expiring(Duration.ofDays(-1));
        put(expired);
        assertThat(grant.token(WAIT)).isEqualTo(expired);
        assertThat(host.waiting()).isZero();
    }

    @Test
    void loadTokenWaitsForAnUnreadSignIn() {
        put(GrantRecord.first(null, host.now()).keeping(signInResponse("1")));
        assertThat(grant.token(WAIT)).isEqualTo(TWO);
    }

    // A pair to repeat a call with.

    @Test
    void aFailedPairIsReplacedByAnAvailableOne() {
        put(TWO);
        assertThat(grant.replacement(ONE, true, WAIT)).isEqualTo(new Use(TWO, false, false));
        assertThat(server.requests()).isZero();
    }

    @Test
    void aYoungPairThatFailedIsReplacedOnlyAfterTheCode() {
        put(ONE);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(grant.replacement(TWO, false, WAIT)).isEqualTo(new Use(TWO, false, false));
        assertThat(grant.replacement(TWO, true, WAIT)).isEqualTo(new Use(THREE, false, true));
    }

    // Refreshing.

    @Test
    void refreshingADeadPairReturnsTheVerdict() {
        put(GrantRecord.first(ONE, host.now()).refused(VERDICT, host.now(), false));
        assertThat(grant.refresh(WAIT)).isEqualTo(VERDICT);
        assertThat(server.requests()).isZero();
    }

    @Test
    void aCallerThatJoinsARefreshGetsItsPair() {
        putObtainedEarlier(expiring(Duration.ofMinutes(4)));
        grant.usable(false, WAIT);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isEqualTo(1);
        assertThat(events).filteredOn(RefreshJoined.class::isInstance).containsExactly(new RefreshJoined(KEY));
    }

    @Test
    void aPairOfARefreshThatWasJoinedWasSentForThisCallToo() {
        UserAccessToken stale = expiring(Duration.ofMinutes(4));
        putObtainedEarlier(stale);
        grant.usable(false, WAIT);
        assertThat(grant.replacement(stale, true, WAIT)).isEqualTo(new Use(TWO, false, true));
    }

    @Test
    void aCallerThatNeedsANewerPairThanTheJoinedRefreshStartsAnother() {
        put(ONE);
        host.timeOutCallers();
        assertThatThrownBy(() -> grant.replacement(ONE, true, WAIT)).isInstanceOf(NetworkException.class);
        host.letCallersWait();
        // The refresh that waits is for the pair before; this caller needs another one than what it brings.
        assertThat(grant.replacement(TWO, true, WAIT)).isEqualTo(new Use(ONE, false, false));
        UserAccessToken third = ScriptedServer.pair(3);
        assertThat(grant.replacement(ONE, true, WAIT)).isEqualTo(new Use(TWO, false, true));
        assertThat(grant.replacement(TWO, true, WAIT)).isEqualTo(new Use(third, false, true));
    }

    @Test
    void aRefreshThatWasJoinedAndBroughtThePairThatFailedIsFollowedByAnother() {
        putObtainedEarlier(expiring(Duration.ofMinutes(4)));
        host.timeOutCallers();
        assertThatThrownBy(() -> grant.refresh(WAIT)).isInstanceOf(NetworkException.class);
        host.letCallersWait();
        others(renewed(TWO));
        host.pass(Duration.ofSeconds(30));
        grant.store.load();
        // What waits finds that pair, which is another one for whom it works, and not for this caller.
        assertThat(grant.replacement(TWO, true, WAIT)).isEqualTo(new Use(THREE, false, true));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void allCallersOfAFailedRefreshGetItsFailure() {
        putObtainedEarlier(expiring(Duration.ofMinutes(4)));
        grant.usable(false, WAIT);
        server.fail(notSent);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(notSent);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void theLatestContractIsUsed() {
        put(ONE);
        grant.useContract(ContractDetails.builder()
                .contractId("another")
                .privateKey(MadeUpContract.details().privateKey())
                .build());
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(stored().kept().get(0).request())
                .isEqualTo(TokenRequest.refresh(ONE).fingerprint("another"));
    }

    // Signing in, taking over, forgetting.

    @Test
    void aSignInReturnsAnotherUsersPair() {
        UserAccessToken bobs = UserAccessToken.builder().from(ONE).userId("bob").build();
        put(bobs);
        server.next(Behavior.responding("1"));
        assertThat(grant.signIn("code", "verifier", WAIT)).isEqualTo(bobs);
        server.next(Behavior.responding("2"));
        assertThat(grant.signIn("code", "verifier", WAIT)).isNull();
        assertThat(stored().pair()).isEqualTo(THREE);
        assertThat(events)
                .containsExactly(new Changed(KEY, TWO, Origin.SIGNED_IN), new Changed(KEY, THREE, Origin.SIGNED_IN));
    }

    @Test
    void aSignInThatCannotBeStoredFailsWithThePair() {
        server.next(Behavior.responding("1").once(() -> store.breakDown(WRITE, outage)));
        TokenStoreException unsaved = thrownBy(TokenStoreException.class, () -> grant.signIn("code", "verifier", WAIT));
        assertThat(unsaved.unsavedToken()).isEqualTo(TWO);
        assertThat(grant.token(WAIT)).isEqualTo(TWO);
    }

    @Test
    void aPairThatIsTakenOverIsNotYoung() {
        assertThat(grant.takeOver(ONE, Mode.IF_NEWER)).isEqualTo(new Taken(null));
        assertThat(stored()).isEqualTo(GrantRecord.first(ONE, host.now()));
        assertThat(grant.store.times(false, false).pairAge()).isEqualTo(POLICY.gracePeriod());
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.APPLICATION));
        assertThat(grant.takeOver(ONE, Mode.IF_NEWER)).isEqualTo(new Same());
        assertThat(grant.takeOver(ONE, Mode.REPLACE)).isEqualTo(new Same());
        assertThat(store.count(WRITE)).isEqualTo(1);
    }

    @Test
    void onlyAPairThatIsTakenIsWritten() {
        put(ONE);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        int writes = store.count(WRITE);
        assertThat(grant.takeOver(ONE, Mode.IF_NEWER)).isEqualTo(new Older());
        assertThat(grant.takeOver(THREE, Mode.IF_NEWER)).isEqualTo(new Undecided(TWO));
        assertThat(store.count(WRITE)).isEqualTo(writes);
        assertThat(grant.store.times(false, false).pairAge())
                .as("it stays young")
                .isZero();
        assertThat(grant.takeOver(THREE, Mode.REPLACE)).isEqualTo(new Taken(TWO));
        assertThat(stored().pair()).isEqualTo(THREE);
    }

    @Test
    void takingOverKeepsAnUnreadSignInUnlessItReplaces() {
        TokenResponse signIn = signInResponse("locked");
        put(GrantRecord.first(null, host.now()).keeping(signIn));
        assertThat(grant.takeOver(ONE, Mode.IF_NEWER)).isEqualTo(new Taken(null));
        assertThat(stored().kept()).containsExactly(signIn);
        assertThat(grant.takeOver(TWO, Mode.REPLACE)).isEqualTo(new Taken(ONE));
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void aForgottenGrantIsNotFound() {
        put(ONE);
        assertThat(grant.token(WAIT)).isEqualTo(ONE);
        grant.forget();
        assertThat(rows.load(KEY)).isNull();
        assertThatThrownBy(() -> grant.token(WAIT)).isInstanceOf(GrantNotFoundException.class);
    }

    // How it is.

    @Test
    void theStatusOfAFreshGrantHasNoError() {
        put(ONE);
        assertThat(grant.status())
                .isEqualTo(SandboxValues.tokenStatus(KEY, State.FRESH)
                        .accessTokenExpiresAt(ONE.accessToken().expiresAt())
                        .refreshTokenExpiresAt(ONE.refreshToken().expiresAt())
                        .storeVersion(row().version())
                        .build());
    }

    @Test
    void theStatusLoadsTheRecord() {
        put(ONE);
        grant.token(WAIT);
        others(record -> record.renewed(expiring(Duration.ofSeconds(-5)), host.now(), List.of()));
        assertThat(grant.status().state()).isEqualTo(State.EXPIRED);
        assertThat(grant.status().storeVersion()).isEqualTo(row().version());
    }

    @Test
    void theStatusAfterARefusalHasItsCodeAndReference() {
        put(ONE);
        ApiException refusal = new ApiException("refreshToken", 403, new ErrorCode("Odd"), "no", "ref-1", null);
        server.fail(refusal);
        host.pass(Duration.ofSeconds(9));
        Instant attempt = host.now();
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(refusal);
        host.pass(Duration.ofSeconds(9));
        TokenStatus status = grant.status();
        assertThat(status.state()).isEqualTo(State.IN_DOUBT);
        assertThat(status.lastAttemptAt()).isEqualTo(attempt);
        assertThat(status.lastError()).isEqualTo(refusal.getMessage());
        assertThat(status.lastErrorCode()).isEqualTo(new ErrorCode("Odd"));
        assertThat(status.lastErrorReference()).isEqualTo("ref-1");
        assertThat(status.reauthorize()).isNull();
        grant.refresh(WAIT);
        assertThat(grant.status().lastError()).isNull();
        assertThat(grant.status().lastErrorCode()).isNull();
        assertThat(grant.status().state()).isEqualTo(State.FRESH);
    }

    @Test
    void theStatusOfADeadPairHasTheVerdict() {
        put(GrantRecord.first(ONE, host.now()).refused(VERDICT, host.now(), false));
        TokenStatus status = grant.status();
        assertThat(status.state()).isEqualTo(State.REAUTHORIZE);
        assertThat(status.reauthorize()).isEqualTo(VERDICT);
        assertThat(status.lastErrorCode()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(status.lastErrorReference()).isEqualTo("reference");
        assertThat(status.lastError()).isNull();
    }

    @Test
    void theStatusOfAnUnreadSignInHasNoExpiries() {
        put(GrantRecord.first(null, host.now()).keeping(signInResponse("locked")));
        TokenStatus status = grant.status();
        assertThat(status.state()).isEqualTo(State.IN_DOUBT);
        assertThat(status.accessTokenExpiresAt()).isNull();
        assertThat(status.refreshTokenExpiresAt()).isNull();
    }

    @Test
    void theStatusOfAnUnsavedPairHasTheFailure() {
        put(ONE);
        server.next(Behavior.responding("1").once(() -> store.breakDown(WRITE, outage)));
        TokenStoreException unsaved = thrownBy(TokenStoreException.class, () -> grant.refresh(WAIT));
        TokenStatus status = grant.status();
        assertThat(status.state()).isEqualTo(State.UNSAVED);
        assertThat(status.lastError()).isEqualTo(unsaved.getMessage());
    }

    @Test
    void theStatusIsReadFromMemoryIfTheStoreFails() {
        put(ONE);
        store.breakDown(LOAD, outage);
        assertThatThrownBy(grant::status).isInstanceOf(TokenStoreException.class);
        store.recover();
        grant.token(WAIT);
        store.breakDown(LOAD, outage);
        TokenStatus status = grant.status();
        assertThat(status.state()).isEqualTo(State.FRESH);
        assertThat(status.lastError()).contains("cannot load").contains("IllegalStateException");
        store.recover();
        server.fail(notSent);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(notSent);
        store.breakDown(LOAD, outage);
        assertThat(grant.status().lastError()).as("the refresh's comes first").isEqualTo(notSent.getMessage());
    }

    @Test
    void theStatusOfADamagedRowIsFromMemory() {
        put(ONE);
        grant.token(WAIT);
        damage();
        assertThat(grant.status().lastError()).contains("the record is damaged");
        assertThat(grant.status().state()).isEqualTo(State.FRESH);
    }

    @Test
    void anUnknownGrantHasNoStatus() {
        assertThatThrownBy(grant::status).isInstanceOf(GrantNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUnforeseenFailureIsReportedAsARefreshFailure(boolean isError) {
        put(ONE);
        Throwable thrown = isError ? new AssertionError("impossible") : new IllegalStateException("unforeseen");
        server.fail(thrown);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isNotNull();
        RefreshFailed told = (RefreshFailed) events.get(events.size() - 1);
        if (isError) {
            assertThat(told.failure())
                    .hasMessageContaining("failed unexpectedly")
                    .hasCause(thrown);
        } else {
            assertThat(told.failure()).isSameAs(thrown);
        }
    }

    private UserAccessToken expiring(Duration left) {
        return UserAccessToken.builder()
                .from(ONE)
                .accessToken(Token.of(
                        "access-1", Instant.parse("2026-01-01T00:00:00Z").plus(left)))
                .build();
    }

    /** So that it is stale for the last five minutes, and as good as expired for the last 30 s. */
    private void putObtainedEarlier(UserAccessToken pair) {
        put(GrantRecord.first(pair, host.now().minus(Duration.ofHours(3))));
    }
}
