package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.RefreshDone;
import me.digi.client.diagnostics.TokenEvent.RefreshInDoubt;
import me.digi.client.diagnostics.TokenEvent.RefreshStarted;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.internal.token.ScriptedServer.Behavior;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;

/** Sequences of decisions, and kept responses that could not be verified yet. */
class RefresherTest extends ScriptedEngine {
    private final UnexpectedResponseException bad =
            new UnexpectedResponseException("refreshToken", 200, "token", "a bad signature");
    private final ReadResult.Unreadable unreadable = new ReadResult.Unreadable(bad);

    private final Grant grant = newGrant();

    // Kept responses.

    @Test
    void aKeptResponseIsReadAtOnceAndNothingIsSent() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")).leased("others"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isZero();
        assertThat(server.reads()).containsExactly("1");
        assertThat(server.olds()).containsExactly(ONE);
        assertThat(stored()).isEqualTo(GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        assertThat(events).containsExactly(new Changed(KEY, TWO, Origin.REFRESHED));
    }

    @Test
    void aKeptResponseIsReadBeforeAVerdictCounts() {
        put(GrantRecord.first(ONE, host.now())
                .keeping(refreshResponse("1"))
                .refused(new Reauthorize(Reason.REFUSED, null, null, null), host.now(), false));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isZero();
    }

    @Test
    void aKeptResponseIsReadAfterALookUpIfTheKeysAtHandDoNotFit() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        server.reads("1", unverified, new ReadResult.Pair(TWO));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.reads()).containsExactly("1", "1?");
        assertThat(server.olds()).containsExactly(ONE, ONE);
        assertThat(server.requests()).isZero();
    }

    @Test
    void aPairFromAKeptResponseIsNotYoung() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        grant.refresh(WAIT);
        assertThat(grant.store.times(false, false).pairAge()).isEqualTo(POLICY.gracePeriod());
    }

    @Test
    void aPairOfAResponseThatArrivedDuringThisRefreshIsYoung() {
        put(GrantRecord.first(ONE, host.now()));
        server.reads("locked", unverified, new ReadResult.Pair(TWO));
        server.next(Behavior.responding("locked"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(grant.store.times(false, false).pairAge()).isZero();
        assertThat(server.reads()).containsExactly("locked", "locked", "locked?");
        assertThat(events).endsWith(new Changed(KEY, TWO, Origin.REFRESHED), new RefreshDone(KEY));
    }

    @Test
    void aPairFromAKeptResponseWasSentForThisCall() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        assertThat(grant.replacement(ONE, true, WAIT)).isEqualTo(new Use(TWO, false, true));
        assertThat(grant.replacement(ONE, true, WAIT)).isEqualTo(new Use(TWO, false, false));
    }

    @Test
    void aPairThatWasRefreshedWasSentForThisCallAndOneThatWasFoundWasNot() {
        put(GrantRecord.first(ONE, host.now()));
        assertThat(grant.replacement(ONE, true, WAIT)).isEqualTo(new Use(TWO, false, true));
        others(renewed(THREE));
        host.pass(Duration.ofSeconds(61));
        grant.store.load();
        host.pass(Duration.ofSeconds(61));
        others(renewed(ScriptedServer.pair(4)));
        host.pass(Duration.ofSeconds(31));
        assertThat(grant.replacement(THREE, true, WAIT)).isEqualTo(new Use(ScriptedServer.pair(4), false, false));
    }

    @Test
    void aKeptResponseUnderAnUnknownKeyIsTriedFor10MinutesAndThenTheTokenIsPresentedOnceMore() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("locked")));
        server.reads("locked", unverified, unverified);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        host.pass(Duration.ofMinutes(10).minusNanos(1));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(server.requests()).isZero();
        host.pass(Duration.ofNanos(1));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isEqualTo(1);
        assertThat(server.reads()).endsWith("locked", "locked?", "1");
        assertThat(events).contains(new RefreshInDoubt(KEY, null));
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void theNewestKeptResponseIsTriedFirst() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")).keeping(refreshResponse("2")));
        server.reads("2", unverified, unverified);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.reads()).containsExactly("2", "2?", "1");
        assertThat(stored().kept()).as("which may tell of a newer pair").containsExactly(refreshResponse("2"));
    }

    @Test
    void aResponseThatCanNeverBeReadIsDroppedAndItsDoubtStays() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        server.reads("1", unreadable, unreadable);
        server.next(Behavior.responding("2"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.reads()).containsExactly("1", "2");
        assertThat(events)
                .containsExactly(
                        new RefreshStarted(KEY),
                        new RefreshInDoubt(KEY, null),
                        new Changed(KEY, THREE, Origin.REFRESHED),
                        new RefreshDone(KEY));
    }

    @Test
    void aResponseThatCanNeverBeReadAfterALookUpIsDropped() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        server.reads("1", unverified, unreadable);
        server.next(Behavior.responding("2"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
    }

    @Test
    void aResponseWithThePresentPairIsDropped() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("0")));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isEqualTo(1);
        assertThat(server.reads()).containsExactly("0", "1");
    }

    @Test
    void aResponseWithAReplacedPairIsDropped() {
        put(GrantRecord.first(ONE, host.now())
                .renewed(TWO, host.now(), List.of())
                .keeping(refreshResponse("0")));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anUnreadSignInPrecedesAnEarlierRefreshWhichIsTriedOnlyBeforeAReplay() {
        TokenResponse signIn = signInResponse("locked");
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")).keeping(signIn));
        server.reads("locked", unverified, unverified);
        assertThatThrownBy(() -> grant.usable(true, WAIT)).isSameAs(unknownKey);
        assertThat(server.reads()).containsExactly("locked", "locked?");
        assertThat(server.olds()).as("another user may have signed in").containsOnlyNulls();
        host.pass(Duration.ofMinutes(10));
        assertThatThrownBy(() -> grant.usable(true, WAIT)).isSameAs(unknownKey);
        assertThat(server.reads().subList(2, 5)).containsExactly("locked", "locked?", "1");
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(server.requests()).isZero();
        assertThat(stored().kept()).containsExactly(signIn);
    }

    @Test
    void refreshesBeforeASignInAreTriedTheNewestFirst() {
        put(GrantRecord.first(ONE, host.now())
                .keeping(refreshResponse("1"))
                .keeping(refreshResponse("2"))
                .keeping(signInResponse("locked")));
        for (String locked : List.of("locked", "1", "2")) {
            server.reads(locked, unverified, unverified);
        }
        assertThatThrownBy(() -> grant.usable(true, WAIT)).isSameAs(unknownKey);
        server.reads().clear();
        host.pass(Duration.ofMinutes(10));
        server.next(Behavior.responding("4"));
        grant.refresh(WAIT);
        assertThat(server.reads()).startsWith("locked", "locked?", "2", "2?", "1", "1?");
    }

    @Test
    void aKeptSignInPrecedesARefreshThatWasKeptLater() {
        put(GrantRecord.first(ONE, host.now()).keeping(signInResponse("2")).keeping(refreshResponse("1")));
        grant.store.load();
        host.pass(Duration.ofMinutes(10));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.reads()).first().isEqualTo("2");
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void aFirstSignInThatIsUnreadIsReadWhenTheKeyAppears() {
        put(GrantRecord.first(null, host.now()).keeping(signInResponse("locked")));
        server.reads("locked", unverified, unverified);
        assertThatThrownBy(() -> grant.token(WAIT)).isSameAs(unknownKey);
        host.pass(Duration.ofMinutes(20));
        assertThatThrownBy(() -> grant.token(WAIT))
                .as("there is nothing to present")
                .isSameAs(unknownKey);
        server.reads("locked", unverified, new ReadResult.Pair(TWO));
        assertThat(grant.token(WAIT)).isEqualTo(TWO);
    }

    @Test
    void aFirstSignInThatCanNeverBeReadLeavesNothing() {
        put(GrantRecord.first(null, host.now()).keeping(signInResponse("bad")));
        server.reads("bad", unreadable, unreadable);
        assertThatThrownBy(() -> grant.token(WAIT)).isInstanceOf(GrantNotFoundException.class);
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void aKeptResponseCountsFromItsArrival() {
        TokenResponse early = new TokenResponse(
                TokenRequest.REFRESH, "request", "1", host.now().minusSeconds(999));
        put(GrantRecord.first(ONE, host.now()).keeping(early));
        grant.refresh(WAIT);
        assertThat(stored().obtainedAt()).isEqualTo(early.arrivedAt());
    }

    @Test
    void aKeptResponseThatAnotherProcessHasReadIsNotStoredTwice() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        server.reads("1", unverified, new ReadResult.Pair(TWO));
        store.next(LOAD, StoreFault.NONE)
                .next(
                        WRITE,
                        StoreFault.first(() -> others(record ->
                                record.renewed(TWO, host.now(), List.of()).renewed(THREE, host.now(), List.of()))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(stored().pair()).isEqualTo(THREE);
    }

    // Sign-ins made again.

    @Test
    void theSameSignInAgainCompletesWithTheResponseThatIsKept() {
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(unknownKey);
        assertThat(stored().pair()).isNull();
        assertThat(stored().kept()).hasSize(1);
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(unknownKey);
        assertThat(server.requests()).isEqualTo(1);
        server.reads("locked", unverified, new ReadResult.Pair(TWO));
        assertThat(grant.signIn("code", "verifier", WAIT)).isNull();
        assertThat(server.requests()).isEqualTo(1);
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void aSignInThatCanBeReadAfterALookUpCompletesAtOnce() {
        server.reads("locked", unverified, new ReadResult.Pair(TWO));
        server.next(Behavior.responding("locked"));
        grant.signIn("code", "verifier", WAIT);
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(server.reads()).containsExactly("locked", "locked", "locked?");
        assertThat(server.olds()).containsOnlyNulls();
    }

    @Test
    void anotherSignInIsSentAndDropsNothing() {
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(unknownKey);
        server.next(Behavior.responding("2"));
        grant.signIn("another code", "verifier", WAIT);
        assertThat(server.requests()).isEqualTo(2);
        assertThat(stored().pair()).isEqualTo(THREE);
        assertThat(stored().kept()).isEmpty();
    }

    @Test
    void aKeptSignInThatCanNeverBeReadIsDropped() {
        server.reads("locked", unverified, unreadable);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(bad);
        assertThat(stored().kept()).isEmpty();
        assertThat(stored().inDoubt()).isFalse();
        server.next(Behavior.responding("1"));
        grant.signIn("code", "verifier", WAIT);
        assertThat(stored().pair()).isEqualTo(TWO);
    }

    @Test
    void eachSignInCompletesWithItsOwnResponse() {
        for (String code : List.of("1", "2")) {
            server.reads(code, unverified, unverified);
            server.next(Behavior.responding(code));
            assertThatThrownBy(() -> grant.signIn("code " + code, "verifier", WAIT))
                    .isSameAs(unknownKey);
            server.reads(code, unverified, new ReadResult.Pair(ScriptedServer.pair(Integer.parseInt(code))));
        }
        grant.signIn("code 2", "verifier", WAIT);
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aKeptSignInThatAnotherProcessHasReadIsNotStoredTwice() {
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(unknownKey);
        server.reads("locked", unverified, new ReadResult.Pair(TWO));
        store.next(
                WRITE,
                StoreFault.first(() -> others(
                        record -> record.renewed(TWO, host.now(), List.of()).renewed(THREE, host.now(), List.of()))));
        grant.signIn("code", "verifier", WAIT);
        assertThat(stored().pair()).isEqualTo(THREE);
    }

    @Test
    void aResponseThatCanNeverBeReadAndThatOthersHaveDroppedLeavesNoDoubtOnTheirPair() {
        put(GrantRecord.first(ONE, host.now()).keeping(refreshResponse("1")));
        server.reads("1", unreadable, unreadable);
        store.next(WRITE, StoreFault.first(() -> others(renewed(TWO))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored().inDoubt()).isFalse();
    }

    @Test
    void aSignInOfWhichNothingIsKeptHasNoPair() {
        assertThat(new Refresher(grant, MadeUpContract.details(), null, Decision.Need.USABLE)
                        .readSignIn(TokenRequest.exchange("code", "verifier"), GrantRecord.first(ONE, host.now())))
                .isNull();
    }

    // Leases.

    @Test
    void aLeaseOfAnotherProcessIsPolled() {
        put(GrantRecord.first(ONE, host.now()).leased("others"));
        host.whileAsleep(() -> {
            if (host.slept().equals(Duration.ofMillis(300))) {
                others(renewed(THREE));
            }
        });
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(host.slept()).isEqualTo(Duration.ofMillis(300));
        assertThat(store.count(LOAD)).as("asked, started, and three steps").isEqualTo(1 + 1 + 3);
        assertThat(events)
                .containsExactly(new RefreshStarted(KEY), new Changed(KEY, THREE, Origin.STORE), new RefreshDone(KEY));
        assertThat(server.prepared()).isZero();
    }

    @Test
    void closingTheClientEndsTheWaitForALease() {
        put(GrantRecord.first(ONE, host.now()).leased("others"));
        host.close();
        assertThatThrownBy(() -> grant.refresh(WAIT))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(NetworkException.Kind.INTERRUPTED))
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aLeaseThatAnotherProcessTookFirstIsNotTaken() {
        put(GrantRecord.first(ONE, host.now()));
        store.next(WRITE, StoreFault.first(() -> others(record -> record.leased("others"))));
        host.whileAsleep(() -> others(renewed(THREE)));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.requests()).isZero();
    }

    @Test
    void aLeaseWhoseWriteFailedDoesNotBlockThisClient() {
        put(GrantRecord.first(ONE, host.now()));
        IllegalStateException gone = new IllegalStateException("gone");
        store.next(WRITE, StoreFault.doneAndFailing(gone))
                .next(LOAD, StoreFault.NONE)
                .next(LOAD, StoreFault.NONE)
                .next(LOAD, StoreFault.failing(gone));
        TokenStoreException failure = thrownBy(TokenStoreException.class, () -> grant.refresh(WAIT));
        assertThat(failure.operation()).isEqualTo(LOAD);
        assertThat(stored().lease()).isNotNull();
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(host.slept()).isZero();
        assertThat(events).contains(new RefreshInDoubt(KEY, null));
    }

    @Test
    void theFailureToStoreAPairIsReportedBeforeTheFailureOfTheLease() {
        put(GrantRecord.first(ONE, host.now()));
        server.next(Behavior.responding("1").once(() -> store.breakDown(WRITE, new IllegalStateException("no store"))));
        TokenStoreException unsaved = thrownBy(TokenStoreException.class, () -> grant.refresh(WAIT));
        assertThat(unsaved.unsavedToken()).isEqualTo(TWO);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unsaved);
        assertThat(server.requests()).isEqualTo(1);
    }
}
