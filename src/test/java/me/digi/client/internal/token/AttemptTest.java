package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.ReauthorizationNeeded;
import me.digi.client.diagnostics.TokenEvent.RefreshDone;
import me.digi.client.diagnostics.TokenEvent.RefreshFailed;
import me.digi.client.diagnostics.TokenEvent.RefreshInDoubt;
import me.digi.client.diagnostics.TokenEvent.RefreshStarted;
import me.digi.client.diagnostics.TokenEvent.ResponseOdd;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import me.digi.client.internal.token.ScriptedServer.Behavior;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One refresh request, from its lease to the record that is written after it. */
class AttemptTest extends ScriptedEngine {
    private final NetworkException noResponse = NetworkException.noResponse("refreshToken", null);
    private final ApiException refused = refusal(401, ErrorCode.INVALID_TOKEN);

    private final Grant grant = newGrant();

    @BeforeEach
    void takeOver() {
        assertThat(grant.takeOver(ONE, Mode.REPLACE)).isNotNull();
        events.clear();
    }

    @Test
    void aRefreshIsReportedFromItsStartToItsEnd() {
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored()).isEqualTo(GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        assertThat(events)
                .containsExactly(
                        new RefreshStarted(KEY), new Changed(KEY, TWO, Origin.REFRESHED), new RefreshDone(KEY));
        assertThat(server.prepared()).isEqualTo(1);
        assertThat(server.olds()).containsExactly(ONE);
        assertThat(host.timers()).as("beats to come").isZero();
        assertThat(host.sent())
                .hasSize(1)
                .allSatisfy(landed -> assertThat(landed).isCompleted());
    }

    @Test
    void anOddResponseIsReportedAfterItsPairIsStored() {
        ReadResult odd = new ReadResult.Pair(TWO, List.of("expires_on"));
        server.reads("1", odd, odd);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(events)
                .containsExactly(
                        new RefreshStarted(KEY),
                        new Changed(KEY, TWO, Origin.REFRESHED),
                        new ResponseOdd(KEY, List.of("expires_on")),
                        new RefreshDone(KEY));
    }

    @Test
    void theProcessIsKeptAliveBetweenSendingAndStoring() {
        server.next((request, delivery) -> {
            delivery.beforeSending();
            assertThat(host.sent()).hasSize(1);
            delivery.arrived("1");
            assertThat(stored().pair()).isEqualTo(TWO);
            assertThat(host.sent().get(0)).isNotDone();
        });
        grant.refresh(WAIT);
        assertThat(host.sent().get(0)).isCompleted();
    }

    // The lease.

    @Test
    void aLeaseThatIsRecentIsNotRenewedBeforeSending() {
        sendAfter(() -> host.pass(Duration.ofSeconds(5).minusNanos(1)), 0);
        assertThat(server.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"5000000000,0,0", "5000000001,0,1", "0,5000000000,0", "0,5000000001,1", "1,-9000000000,0"})
    void aLeaseThatIsOlderThan5SecondsByEitherClockIsRenewedBeforeSending(long monotonic, long wall, long beats) {
        sendAfter(
                () -> {
                    host.elapse(Duration.ofNanos(monotonic));
                    host.jump(Duration.ofNanos(wall));
                },
                beats);
    }

    @Test
    void theLeaseCountsFromBeforeItWasWritten() {
        store.next(WRITE, StoreFault.first(() -> host.elapse(Duration.ofSeconds(6))));
        sendAfter(() -> {}, 1);
    }

    /**
     * The watchers see it at the end of the write at the earliest, and so do not take over within 15 s of its start.
     */
    @ParameterizedTest
    @CsvSource({"9999,1", "10000,1", "10001,2"})
    void aRenewalThatTookLongIsRepeated(int millis, long beats) {
        store.next(WRITE, StoreFault.NONE).next(WRITE, StoreFault.first(() -> host.elapse(Duration.ofMillis(millis))));
        sendAfter(() -> host.elapse(Duration.ofSeconds(6)), beats);
    }

    @Test
    void aLeaseThatCannotBeRenewedInTimeInThreeTriesIsNotUsed() {
        StoreFault slow = StoreFault.first(() -> host.elapse(Duration.ofSeconds(11)));
        store.next(WRITE, StoreFault.NONE).next(WRITE, slow).next(WRITE, slow).next(WRITE, slow);
        server.next(Behavior.responding("1").once(() -> host.elapse(Duration.ofSeconds(6))));
        NetworkException failure = thrownBy(NetworkException.class, () -> grant.refresh(WAIT));
        assertThat(failure.requestMayHaveArrived()).isFalse();
        assertThat(failure.operation()).isEqualTo(TokenRequest.REFRESH);
        assertThat(server.requests()).isZero();
        assertThat(store.count(WRITE))
                .as("taken over, leased, renewed, given up")
                .isEqualTo(1 + 1 + 3 + 1);
        assertThat(stored()).isEqualTo(GrantRecord.first(ONE, stored().obtainedAt()));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void aRenewalThatFailsSendsNothing() {
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(6));
            store.breakDown(WRITE, outage);
        }));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(server.requests()).isZero();
        store.recover();
        assertThat(stored().lease()).as("it could not be given up").isNotNull();
        assertThat(events).filteredOn(StoreFailed.class::isInstance).hasSize(1);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(host.slept()).as("and is over for this client").isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aHolderThatLostItsLeaseSendsNothingAndUsesTheNewPair() {
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(20));
            others(record -> record.leased("others"));
            host.whileAsleep(() -> others(renewed(THREE)));
        }));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.requests()).isZero();
        assertThat(host.timers()).isZero();
        assertThat(stored().replaced()).isEqualTo(Fingerprints.NONE.replaced(ONE, TWO));
    }

    @Test
    void aHolderThatFindsThePairReplacedSendsNothing() {
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(20));
            others(renewed(THREE));
        }));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.requests()).isZero();
    }

    @Test
    void aHolderThatFindsTheUserForgottenSendsNothing() {
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(20));
            rows.delete(KEY);
        }));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isInstanceOf(GrantNotFoundException.class);
        assertThat(server.requests()).isZero();
    }

    @Test
    void aHolderThatFindsALateResponseSendsNothing() {
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(6));
            others(record -> record.keeping(refreshResponse("2")));
        }));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(server.requests()).isZero();
        assertThat(stored().pair()).isEqualTo(THREE);
    }

    @Test
    void aHolderThatFindsAVerdictSendsNothing() {
        Reauthorize verdict = new Reauthorize(Reason.REFUSED, null, null, "theirs");
        server.next(Behavior.responding("1").once(() -> {
            host.elapse(Duration.ofSeconds(6));
            others(record -> new GrantRecord(
                    record.pair(),
                    record.obtainedAt(),
                    record.lease(),
                    false,
                    List.of(),
                    new Refusal(verdict, host.now()),
                    record.replaced()));
        }));
        assertThat(grant.refresh(WAIT)).isEqualTo(verdict);
        assertThat(server.requests()).isZero();
        assertThat(stored().lease()).as("given up").isNull();
    }

    @Test
    void anOldVerdictDoesNotPreventARefresh() {
        others(record -> record.refused(new Reauthorize(Reason.REFUSED, null, null, null), host.now(), false));
        host.pass(Duration.ofMinutes(3));
        grant.store.load();
        host.pass(Duration.ofMinutes(3));
        server.next(Behavior.responding("1").once(() -> host.elapse(Duration.ofSeconds(6))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void aLeaseIsRenewedEvery5SecondsUntilTheResponseIsStored() {
        server.next(Behavior.responding("1").once(() -> {
            host.pass(Duration.ofSeconds(5).minusNanos(1));
            assertThat(beat()).isZero();
            host.pass(Duration.ofNanos(1));
            assertThat(beat()).isEqualTo(1);
            host.pass(Duration.ofSeconds(10));
            assertThat(beat()).isEqualTo(3);
        }));
        grant.refresh(WAIT);
        assertThat(host.timers()).isZero();
        assertThat(server.requests()).isEqualTo(1);
        int writes = store.count(WRITE);
        host.pass(Duration.ofMinutes(1));
        assertThat(store.count(WRITE)).isEqualTo(writes);
    }

    @Test
    void aTimedRenewalCounts() {
        server.next((request, delivery) -> {
            host.pass(Duration.ofSeconds(9));
            delivery.beforeSending();
            assertThat(beat()).isEqualTo(1);
            delivery.arrived("1");
        });
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void aFailedRenewalIsRepeatedAfterASecond() {
        server.next(Behavior.responding("1").once(() -> {
            store.breakDown(WRITE, outage);
            host.pass(Duration.ofSeconds(5));
            assertThat(events).filteredOn(StoreFailed.class::isInstance).hasSize(1);
            host.pass(Duration.ofSeconds(1));
            assertThat(events).filteredOn(StoreFailed.class::isInstance).hasSize(2);
            store.recover();
            host.pass(Duration.ofSeconds(1).minusNanos(1));
            assertThat(beat()).isZero();
            host.pass(Duration.ofNanos(1));
            assertThat(beat()).isEqualTo(1);
            host.pass(Duration.ofSeconds(5));
            assertThat(beat()).isEqualTo(2);
        }));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void aHolderThatLostItsLeaseStopsRenewingAndStillStoresTheResponse() {
        server.next((request, delivery) -> {
            delivery.beforeSending();
            others(record -> record.leased("others"));
            host.pass(Duration.ofSeconds(5));
            assertThat(host.timers()).isZero();
            assertThat(stored().lease()).isEqualTo(new Lease("others", 0));
            delivery.arrived("1");
        });
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().lease()).isNull();
    }

    @Test
    void aRenewalAfterTheEndDoesNothing() {
        List<Runnable> beats = new ArrayList<>();
        server.next((request, delivery) -> {
            delivery.beforeSending();
            beats.addAll(host.tasks());
            throw noResponse;
        });
        server.next(Behavior.failing(noResponse));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(noResponse);
        int writes = store.count(WRITE);
        int loads = store.count(LOAD);
        assertThat(beats).hasSize(1);
        beats.forEach(Runnable::run);
        assertThat(store.count(WRITE) + store.count(LOAD)).isEqualTo(writes + loads);
        assertThat(host.timers()).isZero();
    }

    // Responses.

    @Test
    void aResponseIsWrittenOverTheVerdictOfAnother() {
        server.next(Behavior.responding("1")
                .once(() -> others(record ->
                        record.refused(new Reauthorize(Reason.REFUSED, null, null, null), host.now(), true))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored().refusal()).isNull();
    }

    @Test
    void aResponseDoesNotReplaceANewerPair() {
        server.next(Behavior.responding("1").once(() -> others(renewed(THREE))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored().pair()).isEqualTo(THREE);
    }

    @Test
    void aPairThatHasBeenReplacedAgainIsNotWritten() {
        others(record -> new GrantRecord(
                ONE, record.obtainedAt(), null, false, List.of(), null, Fingerprints.NONE.replaced(TWO, ONE)));
        grant.store.load();
        server.next(Behavior.responding("1"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(stored().pair()).isEqualTo(ONE);
    }

    @Test
    void aPairOfAForgottenUserIsReturnedToTheCaller() {
        server.next(Behavior.responding("1").once(() -> rows.delete(KEY)));
        GrantNotFoundException gone = thrownBy(GrantNotFoundException.class, () -> grant.refresh(WAIT));
        assertThat(gone.unsavedToken()).isEqualTo(TWO);
        assertThat(rows.load(KEY)).isNull();
        assertThat(server.requests()).as("no replay").isEqualTo(1);
        assertThat(events).noneMatch(RefreshInDoubt.class::isInstance);
    }

    @Test
    void aPairThatCannotBeStoredIsUsedAndReported() {
        server.next(Behavior.responding("1").once(() -> store.breakDown(WRITE, outage)));
        TokenStoreException failure = thrownBy(TokenStoreException.class, () -> grant.refresh(WAIT));
        assertThat(failure.unsavedToken()).isEqualTo(TWO);
        assertThat(grant.token(WAIT)).isEqualTo(TWO);
    }

    @Test
    void aPairOfASignInIsNewerThanAnyRefreshSoItsResponseStaysUnread() {
        TokenResponse signIn = signInResponse("unread");
        server.reads("unread", unverified, unverified);
        server.next(Behavior.responding("1").once(() -> others(record -> record.keeping(signIn))));
        grant.refresh(WAIT);
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().kept()).containsExactly(signIn);
    }

    @Test
    void aResponseThatCannotBeVerifiedYetIsKeptAndTheLeaseIsReleased() {
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked"));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(stored().kept()).hasSize(1);
        assertThat(stored().kept().get(0).token()).isEqualTo("locked");
        assertThat(stored().kept().get(0).arrivedAt()).isEqualTo(host.now());
        assertThat(stored().lease()).isNull();
        assertThat(stored().inDoubt()).isTrue();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void theLeaseOfAnotherProcessIsNotReleased() {
        server.reads("locked", unverified, unverified);
        server.next(Behavior.responding("locked").once(() -> others(record -> record.leased("others"))));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(stored().kept()).hasSize(1);
        assertThat(stored().isLeasedTo("others")).isTrue();
    }

    // Doubt.

    @Test
    void aRequestWithoutAResponseIsRepeatedOnce() {
        server.fail(noResponse);
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(server.requests()).isEqualTo(2);
        assertThat(events).containsOnlyOnce(new RefreshInDoubt(KEY, noResponse));
        assertThat(host.sent()).hasSize(2);
    }

    @Test
    void twoLostResponsesLeaveTheRefreshInDoubt() {
        server.fail(noResponse);
        server.fail(unknownKey);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(server.requests()).isEqualTo(2);
        assertThat(stored().inDoubt()).isTrue();
        assertThat(stored().lease()).isNull();
        assertThat(events)
                .containsExactly(
                        new RefreshStarted(KEY),
                        new RefreshInDoubt(KEY, noResponse),
                        new RefreshInDoubt(KEY, unknownKey),
                        new RefreshFailed(KEY, unknownKey));
    }

    @Test
    void aRequestThatWasNotSentLeavesNoDoubt() {
        NetworkException notSent = NetworkException.notSent("refreshToken", null);
        server.next((request, delivery) -> {
            throw notSent;
        });
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(notSent);
        assertThat(stored()).isEqualTo(GrantRecord.first(ONE, stored().obtainedAt()));
        assertThat(events).noneMatch(RefreshInDoubt.class::isInstance);
    }

    @Test
    void aRequestThatWasInterruptedIsInDoubtAndNotRepeated() {
        NetworkException interrupted = NetworkException.interrupted("refreshToken", true, null);
        server.fail(interrupted);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(interrupted);
        assertThat(server.requests()).isEqualTo(1);
        assertThat(stored().inDoubt()).isTrue();
    }

    @Test
    void aRequestThatTimedOutIsRepeated() {
        server.fail(NetworkException.timedOut("refreshToken", true, null));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @Test
    void aResponseThatCanNeverBeReadIsRepeatedOnce() {
        server.reads("1", new ReadResult.Unreadable(unknownKey), new ReadResult.Unreadable(unknownKey));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(unknownKey);
        assertThat(server.requests()).isEqualTo(2);
        assertThat(stored().kept()).isEmpty();
        assertThat(stored().inDoubt()).isTrue();
    }

    @Test
    void aResponseWithTheOldPairIsUnexpected() {
        server.next(Behavior.responding("0"));
        server.next(Behavior.responding("0"));
        UnexpectedResponseException failure = thrownBy(UnexpectedResponseException.class, () -> grant.refresh(WAIT));
        assertThat(failure).hasMessageContaining("the response repeats the old token pair");
        assertThat(stored().pair()).isEqualTo(ONE);
        assertThat(stored().inDoubt()).isTrue();
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aDoubtOfAnotherProcessIsReported() {
        others(record -> record.released(true));
        grant.store.load();
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(events).startsWith(new RefreshStarted(KEY), new RefreshInDoubt(KEY, null));
        assertThat(stored().inDoubt()).isFalse();
    }

    @Test
    void aReplayAfterRetryAfterIsInDoubtAndKeepsTheLease() {
        server.next((request, delivery) -> {
            delivery.beforeSending();
            host.elapse(Duration.ofSeconds(6));
            delivery.beforeReplay();
            assertThat(beat()).isEqualTo(1);
            delivery.arrived("1");
        });
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(events).containsOnlyOnce(new RefreshInDoubt(KEY, null));
        assertThat(host.sent()).hasSize(2);
    }

    // Verdicts.

    @Test
    void aVerdictIsStoredAndReported() {
        server.fail(refused);
        Reauthorize verdict = new Reauthorize(Reason.REFUSED, ErrorCode.INVALID_TOKEN, "no", "reference");
        assertThat(grant.refresh(WAIT)).isEqualTo(verdict);
        assertThat(stored().refusal()).isEqualTo(new Refusal(verdict, host.now()));
        assertThat(stored().lease()).isNull();
        assertThat(stored().inDoubt()).isFalse();
        assertThat(events).containsExactly(new RefreshStarted(KEY), new ReauthorizationNeeded(KEY, verdict));
        assertThat(host.timers()).isZero();
    }

    @Test
    void aVerdictAfterADoubtSaysThatTheResponseWasLost() {
        server.fail(noResponse);
        server.fail(refused);
        assertThat(((Reauthorize) grant.refresh(WAIT)).reason()).isEqualTo(Reason.RESPONSE_LOST);
        assertThat(stored().inDoubt()).isTrue();
    }

    @Test
    void aVerdictAfterTheDoubtOfOthersSaysThatTheResponseWasLost() {
        others(record -> record.released(true));
        grant.store.load();
        server.fail(refused);
        assertThat(((Reauthorize) grant.refresh(WAIT)).reason()).isEqualTo(Reason.RESPONSE_LOST);
    }

    @Test
    void aVerdictAfterAReplayWithRetryAfterReportsALostResponse() {
        server.next((request, delivery) -> {
            delivery.beforeSending();
            delivery.beforeReplay();
            throw refused;
        });
        assertThat(((Reauthorize) grant.refresh(WAIT)).reason()).isEqualTo(Reason.RESPONSE_LOST);
    }

    @Test
    void aVerdictOnAReplacedPairDoesNotAffectTheNewOne() {
        server.next(Behavior.failing(refused).once(() -> others(renewed(THREE))));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(THREE));
        assertThat(stored().refusal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500})
    void anyOtherRefusalIsAFailureInDoubt(int status) {
        ApiException refusal =
                refusal(status, status == 400 ? ErrorCode.INVALID_REDIRECT_URI : ErrorCode.INVALID_TOKEN);
        server.fail(refusal);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(refusal);
        assertThat(server.requests()).isEqualTo(1);
        assertThat(stored().inDoubt()).isTrue();
        assertThat(stored().lease()).isNull();
        assertThat(stored().refusal()).isNull();
        assertThat(events)
                .containsExactly(
                        new RefreshStarted(KEY), new RefreshInDoubt(KEY, refusal), new RefreshFailed(KEY, refusal));
    }

    @Test
    void anErrorReleasesTheLease() {
        AssertionError error = new AssertionError("impossible");
        server.fail(error);
        assertThatThrownBy(() -> grant.refresh(WAIT)).isSameAs(error);
        assertThat(stored().lease()).isNull();
        assertThat(host.timers()).isZero();
    }

    // Sign-ins.

    @Test
    void aSignInStoresWhateverTheServerSends() {
        rows.delete(KEY);
        assertThat(grant.signIn("code", "verifier", WAIT)).isNull();
        assertThat(stored()).isEqualTo(GrantRecord.first(ScriptedServer.pair(1), host.now()));
        assertThat(server.olds()).hasSize(1).containsOnlyNulls();
        assertThat(server.prepared()).isEqualTo(1);
        assertThat(host.sent())
                .hasSize(1)
                .allSatisfy(landed -> assertThat(landed).isCompleted());
    }

    @Test
    void aSignInNeedsNoLease() {
        server.next(Behavior.responding("4").once(() -> host.elapse(Duration.ofMinutes(1))));
        grant.signIn("code", "verifier", WAIT);
        assertThat(stored().pair()).isEqualTo(ScriptedServer.pair(5));
        assertThat(store.count(WRITE)).isEqualTo(2);
    }

    @Test
    void aSignInThatFailsIsAFailureAndNothingIsWritten() {
        server.fail(noResponse);
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(noResponse);
        assertThat(stored().pair()).isEqualTo(ONE);
        assertThat(host.sent().get(0)).isCompleted();
        server.reads("8", new ReadResult.Unreadable(unknownKey), new ReadResult.Unreadable(unknownKey));
        server.next(Behavior.responding("8"));
        assertThatThrownBy(() -> grant.signIn("code", "verifier", WAIT)).isSameAs(unknownKey);
        assertThat(store.count(WRITE)).isEqualTo(1);
    }

    @Test
    void aSignInMayReturnTheStoredPair() {
        server.next(Behavior.responding("0"));
        assertThat(grant.signIn("code", "verifier", WAIT)).isNull();
        assertThat(stored().pair()).isEqualTo(ONE);
    }

    private void sendAfter(Runnable deed, long beats) {
        server.next((request, delivery) -> {
            deed.run();
            delivery.beforeSending();
            assertThat(beat()).isEqualTo(beats);
            delivery.arrived("1");
        });
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    private long beat() {
        return Objects.requireNonNull(stored().lease()).beat();
    }

    private static ApiException refusal(int status, ErrorCode code) {
        return new ApiException(TokenRequest.REFRESH, status, code, "no", "reference", null);
    }
}
