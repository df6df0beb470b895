package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.DELETE;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client knows of one grant, whatever its store does, and whoever else writes there. */
class GrantStoreTest {
    private static final GrantKey KEY = new GrantKey("contract", "user-42");
    private static final TokenPolicy POLICY = TokenPolicy.defaults();
    private static final UserAccessToken ONE = ScriptedServer.pair(1);
    private static final UserAccessToken TWO = ScriptedServer.pair(2);
    private static final UserAccessToken THREE = ScriptedServer.pair(3);
    private static final Reauthorize VERDICT = new Reauthorize(Reason.REFUSED, null, null, null);
    private final IllegalStateException outage = new IllegalStateException("secret");

    /** What is really stored, which others write without asking. */
    private final InMemoryTokenStore rows = new InMemoryTokenStore();

    private final TroubledStore store = new TroubledStore(rows);
    private final ScriptedHost host = new ScriptedHost(Duration.ZERO);
    private final List<TokenEvent> events = new ArrayList<>();
    private boolean isUnsaved;
    private final GrantStore grant = on(store);

    private GrantStore on(TokenStore any) {
        return new GrantStore(
                new Grants(any, new ScriptedServer(), host, POLICY, events::add), KEY, now -> isUnsaved = now);
    }

    // Looking at the store.

    @Test
    void whatWasConfirmedLessThan30SecondsAgoCostsNoLoad() {
        put(ONE);
        assertThat(grant.view()).isNull();
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
        host.pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
        assertThat(store.count(LOAD)).isEqualTo(1);
        others(record -> record.renewed(TWO, host.now(), List.of()));
        host.pass(Duration.ofNanos(1));
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(TWO);
        assertThat(store.count(LOAD)).isEqualTo(2);
        assertThat(Objects.requireNonNull(grant.view()).known().pair()).isEqualTo(TWO);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatALoadConfirmsWasSoWhenItBegan(boolean isKnown) {
        put(ONE);
        if (isKnown) {
            grant.load();
        }
        store.next(LOAD, Trouble.first(() -> host.pass(Duration.ofSeconds(20))));
        grant.load();
        int loads = store.count(LOAD);
        host.pass(Duration.ofSeconds(9));
        grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(loads);
        host.pass(Duration.ofSeconds(1));
        grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(loads + 1);
    }

    @Test
    void aWriteConfirmsAsWell() {
        put(ONE);
        grant.load();
        host.pass(Duration.ofSeconds(20));
        grant.update(known -> true, GrantRecord::withHeartbeat);
        grant.update(known -> true, known -> known.leased("mine"));
        host.pass(Duration.ofSeconds(29));
        grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(1);
    }

    @Test
    void oneLoadIsForAllWhoAskMeanwhile() {
        put(ONE);
        store.next(LOAD, Trouble.first(() -> {
            host.beImpatient();
            NetworkException waits = catchThrowableOfType(NetworkException.class, () -> grant.confirmed(WAIT));
            assertThat(waits.operation()).isEqualTo(TokenRequest.REFRESH);
        }));
        View<GrantRecord> loaded = grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(1);
        assertThat(host.awaited()).hasSize(1);
        assertThat(host.awaited().get(0)).isCompletedWithValueMatching(loaded::equals);
        host.pass(Duration.ofSeconds(30));
        grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(2);
    }

    @Test
    void oneFailedLoadIsForAllWhoAskMeanwhile() {
        store.next(LOAD, work -> {
            host.beImpatient();
            assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(NetworkException.class);
            throw outage;
        });
        assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(host.awaited().get(0)).isCompletedExceptionally();
        put(ONE);
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
    }

    @Test
    void whereALoadFailsMemoryIsUsedAndTheNextCallerLooksAgain() {
        put(ONE);
        View<GrantRecord> known = grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        store.breakDown(LOAD, outage);
        assertThat(grant.confirmed(WAIT)).isSameAs(known);
        assertThat(grant.confirmed(WAIT)).isSameAs(known);
        assertThat(store.count(LOAD)).isEqualTo(3);
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(((StoreFailed) event).failure())
                        .hasMessageContaining("cannot load")
                        .hasMessageContaining("the store threw java.lang.IllegalStateException")
                        .hasMessageNotContaining("secret")
                        .hasCause(outage));
    }

    @Test
    void whereNothingIsKnownAFailedLoadIsAFailure() {
        store.breakDown(LOAD, outage);
        assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void whereTheRowIsDamagedMemoryIsUsed() {
        put(ONE);
        View<GrantRecord> known = grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        damage();
        assertThat(grant.confirmed(WAIT)).isSameAs(known);
        assertThat(events)
                .hasSize(1)
                .allSatisfy(event ->
                        assertThat(((StoreFailed) event).failure()).hasMessageContaining("the record is damaged"));
    }

    @Test
    void whatHasComeDuringAFailedLoadIsUsed() {
        put(ONE);
        grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        store.next(LOAD, work -> {
            renewByMe(TWO);
            throw outage;
        });
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(TWO);
    }

    @Test
    void aRowThatIsGoneIsForgottenThoughItWasKnown() {
        put(ONE);
        grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        rows.delete(KEY);
        GrantNotFoundException gone = catchThrowableOfType(GrantNotFoundException.class, () -> grant.confirmed(WAIT));
        assertThat(gone.unsavedToken()).isNull();
        assertThat(grant.view()).isNull();
        assertThat(isUnsaved).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void aViewWithoutARecordSaysWhy() {
        assertThatThrownBy(() -> grant.load().known()).isInstanceOf(GrantNotFoundException.class);
        assertThatThrownBy(new View<>(null, 1, List.of(), null)::known).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLoadThatWasOvertakenByAChangeLooksAgain() {
        put(ONE);
        grant.load();
        store.next(LOAD, work -> {
            Object old = work.get();
            renewByMe(TWO);
            return old;
        });
        assertThat(grant.load().known().pair()).isEqualTo(TWO);
        assertThat(store.count(LOAD)).isEqualTo(3);
    }

    @Test
    void aLoadThatFoundNothingAndWasOvertakenLooksAgain() {
        store.next(LOAD, work -> {
            Object none = work.get();
            assertThat(grant.updateFromApplication(none(ONE)).known().pair()).isEqualTo(ONE);
            return none;
        });
        assertThat(grant.load().known().pair()).isEqualTo(ONE);
    }

    @Test
    void aStoreThatChangesUnderEveryLoadTakesNothing() {
        put(ONE);
        GrantStore[] restless = new GrantStore[1];
        int[] loads = {0};
        restless[0] = on(new Wrapped(rows) {
            @Override
            public StoredGrant load(GrantKey key) {
                StoredGrant row = super.load(key);
                if (loads[0]++ > 0) {
                    restless[0].update(known -> true, known -> known.leased("turn " + loads[0]));
                }
                return row;
            }
        });
        restless[0].load();
        assertThatThrownBy(restless[0]::load)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("1000 consecutive write conflicts");
        assertThat(loads[0]).isEqualTo(1001);
    }

    // Writing.

    @Test
    void whatIsNotToBeChangedIsNotWritten() {
        put(ONE);
        View<GrantRecord> known = grant.load();
        assertThat(grant.update(record -> false, record -> record.leased("mine")))
                .isSameAs(known);
        assertThat(grant.update(record -> true, record -> record)).isSameAs(known);
        assertThat(store.count(WRITE)).isZero();
        assertThat(store.count(LOAD)).isEqualTo(1);
    }

    @Test
    void anUpdateLoadsWhatIsNotKnown() {
        put(ONE);
        View<GrantRecord> written = grant.update(record -> record.holds(ONE), record -> record.leased("mine"));
        assertThat(written.known().isLeasedTo("mine")).isTrue();
        assertThat(grant.view()).isEqualTo(written);
        assertThat(stored()).isEqualTo(written.known());
        assertThat(written.version()).isEqualTo(row().version());
    }

    @Test
    void aChangeIsMadeAnewOverWhatOthersHaveWritten() {
        put(ONE);
        grant.load();
        others(record -> record.renewed(TWO, host.now(), List.of()));
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
    }

    @Test
    void aChangeIsNotMadeIfWhatOthersHaveWrittenForbidsIt() {
        put(ONE);
        grant.load();
        others(record -> record.renewed(TWO, host.now(), List.of()));
        View<GrantRecord> seen = grant.update(record -> record.holds(ONE), record -> record.leased("mine"));
        assertThat(seen.known().pair()).isEqualTo(TWO);
        assertThat(stored().lease()).isNull();
        rows.delete(KEY);
        seen = grant.update(record -> true, record -> record.leased("mine"));
        assertThat(seen.record()).isNull();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void aStoreThatNeverAgreesTakesNothing() {
        put(ONE);
        int[] writes = {0};
        GrantStore refused = on(new Wrapped(rows) {
            @Override
            public boolean compareAndSet(GrantKey key, long expectedVersion, StoredGrant next) {
                writes[0]++;
                return false;
            }
        });
        assertThatThrownBy(() -> refused.update(known -> true, known -> known.leased("mine")))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("1000 consecutive write conflicts");
        assertThat(writes[0]).isEqualTo(1000);
    }

    @Test
    void aWriteThatThrewAndWasDoneIsNotRepeated() {
        put(ONE);
        grant.load();
        store.next(WRITE, Trouble.doneAndFailing(outage));
        View<GrantRecord> written = grant.update(known -> true, known -> known.leased("mine"));
        assertThat(store.count(WRITE)).isEqualTo(1);
        assertThat(written.known().isLeasedTo("mine")).isTrue();
        assertThat(written.version()).isEqualTo(row().version());
        assertThat(events).isEmpty();
    }

    @Test
    void aWriteThatThrewAndWasNotDoneIsRepeatedOnce() {
        put(ONE);
        grant.load();
        store.next(WRITE, Trouble.failing(outage));
        grant.update(known -> true, known -> known.leased("mine"));
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
        store.next(WRITE, Trouble.failing(outage)).next(WRITE, Trouble.failing(outage));
        assertThatThrownBy(() -> grant.update(known -> true, GrantRecord::withHeartbeat))
                .isInstanceOf(TokenStoreException.class);
        assertThat(store.count(WRITE)).isEqualTo(4);
        assertThat(stored().lease()).isEqualTo(new GrantRecord.Lease("mine", 0));
    }

    @Test
    void aFirstWriteThatThrewIsLookedUpAsWell() {
        store.next(WRITE, Trouble.failing(outage));
        assertThat(grant.updateFromApplication(none(ONE)).version())
                .isEqualTo(row().version())
                .isPositive();
        assertThat(store.count(WRITE)).isEqualTo(2);
        rows.delete(KEY);
        store.next(WRITE, Trouble.doneAndFailing(outage));
        assertThat(grant.updateFromApplication(none(TWO)).version()).isEqualTo(row().version());
        assertThat(store.count(WRITE)).isEqualTo(3);
    }

    @Test
    void aWriteThatThrewGivesWayToAnother() {
        put(ONE);
        grant.load();
        store.next(WRITE, work -> {
            others(record -> record.renewed(TWO, host.now(), List.of()));
            throw outage;
        });
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
    }

    @Test
    void aWriteThatThrewOverARowThatIsGoneDoesNotMakeItAnew() {
        put(ONE);
        grant.load();
        store.next(WRITE, work -> {
            rows.delete(KEY);
            throw outage;
        });
        assertThat(grant.update(record -> true, record -> record.leased("mine")).record())
                .isNull();
        assertThat(rows.load(KEY)).isNull();
        assertThat(store.count(WRITE)).isEqualTo(1);
    }

    @Test
    void whereTheLookUpFailsAsWellItsFailureIsTheFailure() {
        put(ONE);
        grant.load();
        store.next(WRITE, Trouble.doneAndFailing(outage)).next(LOAD, Trouble.failing(outage));
        TokenStoreException failure = catchThrowableOfType(
                TokenStoreException.class, () -> grant.update(known -> true, known -> known.leased("mine")));
        assertThat(failure.operation()).isEqualTo(LOAD);
        assertThat(failure.grant()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAD", "WRITE", "DELETE"})
    void whateverAStoreThrowsIsOneKindOfException(Operation operation) {
        put(ONE);
        grant.load();
        for (Throwable thrown :
                List.of(new NoClassDefFoundError("x"), new InterruptedException("x"), new Exception("x"))) {
            store.breakDown(operation, thrown);
            TokenStoreException failure = catchThrowableOfType(TokenStoreException.class, () -> carryOut(operation));
            assertThat(failure.operation()).isEqualTo(operation);
            assertThat(failure).hasCause(thrown);
            assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
        }
        TokenStoreException own = TokenStoreException.notOpened("moved", null);
        store.breakDown(operation, own);
        assertThatThrownBy(() -> carryOut(operation)).isSameAs(own);
    }

    private void carryOut(Operation operation) {
        if (operation == LOAD) {
            grant.load();
        } else if (operation == WRITE) {
            grant.update(known -> true, known -> known.leased("mine"));
        } else {
            grant.delete();
        }
    }

    @Test
    void aHandOverMakesTheFirstRow() {
        View<GrantRecord> handed = grant.updateFromApplication(none(ONE));
        assertThat(handed.known()).isEqualTo(stored());
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.APPLICATION));
    }

    @Test
    void aHandOverHealsADamagedRow() {
        put(ONE);
        grant.load();
        damage();
        long damaged = row().version();
        View<GrantRecord> handed = grant.updateFromApplication(none(TWO));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(handed.version()).isEqualTo(damaged + 1);
    }

    @Test
    void whatIsDeletedIsForgotten() {
        put(ONE);
        grant.load();
        grant.delete();
        assertThat(grant.view()).isNull();
        assertThat(rows.load(KEY)).isNull();
        assertThat(isUnsaved).isFalse();
        assertThat(grant.load().record()).isNull();
    }

    @Test
    void t9_whatIsSavedWhileItIsDeletedIsNotThereAfterwards() {
        store.breakDown(WRITE, outage);
        grant.updateOrKeep(none(ONE), Origin.SIGNED_IN);
        assertThat(isUnsaved).isTrue();
        store.recover();
        store.next(WRITE, Trouble.first(() -> grant.delete()));
        grant.save();
        assertThat(rows.load(KEY)).isNull();
        assertThat(grant.view()).isNull();
    }

    @Test
    void aDeleteThatFailsForgetsNothing() {
        put(ONE);
        grant.load();
        store.breakDown(DELETE, outage);
        assertThatThrownBy(grant::delete).isInstanceOf(TokenStoreException.class);
        assertThat(grant.view()).isNotNull();
    }

    @Test
    void aWriteThatOthersHaveOutdatedBeforeItReturnedIsNotTakenForTheNewest() {
        put(ONE);
        grant.load();
        store.next(WRITE, work -> {
            Object written = work.get();
            others(record -> record.renewed(TWO, host.now(), List.of()));
            grant.load();
            return written;
        });
        View<GrantRecord> written = grant.update(known -> true, known -> known.leased("mine"));
        assertThat(written.known().pair()).isEqualTo(ONE);
        assertThat(Objects.requireNonNull(grant.view()).known().pair()).isEqualTo(TWO);
    }

    @Test
    void aWriteToWhatWasForgottenMeanwhileIsNotTakenForTheNewest() {
        put(ONE);
        grant.load();
        store.next(WRITE, work -> {
            Object written = work.get();
            grant.delete();
            return written;
        });
        grant.update(known -> true, known -> known.leased("mine"));
        assertThat(grant.view()).isNull();
    }

    @Test
    void aWriteThatWasLoadedBeforeItReturnedCounts() {
        put(ONE);
        grant.load();
        host.pass(Duration.ofSeconds(10));
        store.next(WRITE, work -> {
            Object written = work.get();
            grant.load();
            return written;
        });
        View<GrantRecord> written = grant.update(known -> true, known -> known.renewed(TWO, host.now(), List.of()));
        assertThat(grant.view()).isEqualTo(written);
        assertThat(events).containsExactly(new Changed(KEY, TWO, Origin.STORE));
    }

    // What is only in memory.

    @Test
    void aPairThatTheStoreDoesNotTakeIsKeptHereAndTold() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = renewLanding(TWO);
        assertThat(grant.view()).isSameAs(kept);
        assertThat(kept.known().pair()).isEqualTo(TWO);
        assertThat(failure(kept).unsavedToken()).isEqualTo(TWO);
        assertThat(failure(kept).operation()).isEqualTo(WRITE);
        assertThat(isUnsaved).isTrue();
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(StoreFailed.class);
        assertThat(events.get(1)).isEqualTo(new Changed(KEY, TWO, Origin.REFRESHED));
    }

    @Test
    void aResponseThatTheStoreDoesNotTakeIsKeptHere() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = grant.updateOrKeep(known -> known.holds(ONE), known -> known.keeping(response(1)));
        assertThat(kept.known().kept()).containsExactly(response(1));
        assertThat(failure(kept).unsavedToken()).isNull();
        assertThat(failure(kept)).hasMessageContaining("a token response is only in memory");
        assertThat(failure(kept).operation()).isEqualTo(WRITE);
    }

    @Test
    void whatIsNotForThePresentPairIsNotKept() {
        put(ONE);
        View<GrantRecord> known = grant.load();
        store.breakDown(WRITE, outage);
        store.next(WRITE, work -> {
            renewLanding(TWO);
            throw outage;
        });
        View<GrantRecord> after =
                grant.updateOrKeep(record -> record.holds(ONE), record -> record.renewed(THREE, host.now(), List.of()));
        assertThat(after.known().pair()).isEqualTo(TWO);
        assertThat(after).isNotEqualTo(known);
    }

    @Test
    void whatComesToAKeptPairLeavesTheWordThatThePairIsUnsaved() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = renewLanding(TWO);
        View<GrantRecord> more = grant.updateOrKeep(known -> known.holds(TWO), known -> known.keeping(response(1)));
        assertThat(more.known().kept()).containsExactly(response(1));
        assertThat(failure(more)).isSameAs(failure(kept));
    }

    @Test
    void aKeptPairIsSavedWhenTheStoreTakesIt() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        assertThatThrownBy(grant::save).isInstanceOf(TokenStoreException.class);
        assertThat(isUnsaved).isTrue();
        store.recover();
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(isUnsaved).isFalse();
        int writes = store.count(WRITE);
        grant.save();
        assertThat(store.count(WRITE)).isEqualTo(writes);
        assertThat(events.stream().filter(Changed.class::isInstance)).hasSize(1);
    }

    @Test
    void savingWhatIsUnknownDoesNothing() {
        put(ONE);
        grant.save();
        assertThat(store.count(LOAD) + store.count(WRITE)).isZero();
    }

    @Test
    void aKeptPairGoesWithTheNextWrite() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        store.recover();
        grant.update(record -> record.holds(TWO), record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(isUnsaved).isFalse();
    }

    @Test
    void aKeptPairIsSavedOverWhatOthersHaveWrittenOfThePairBefore() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        store.recover();
        others(record -> record.leased("others"));
        View<GrantRecord> loaded = grant.load();
        assertThat(loaded.known().pair()).isEqualTo(TWO);
        assertThat(failure(loaded).unsavedToken()).isEqualTo(TWO);
        assertThat(loaded.version()).isEqualTo(row().version());
        assertThat(isUnsaved).isTrue();
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
    }

    @Test
    void aKeptPairGivesWayToAPairThatReplacedIt() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        store.recover();
        others(record -> record.renewed(TWO, host.now(), List.of()).renewed(THREE, host.now(), List.of()));
        grant.save();
        assertThat(stored().pair()).isEqualTo(THREE);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(events).endsWith(new Changed(KEY, THREE, Origin.STORE));
    }

    @Test
    void aKeptPairWhoseUserWasForgottenIsNotSaved() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        store.recover();
        rows.delete(KEY);
        GrantNotFoundException gone = catchThrowableOfType(
                GrantNotFoundException.class, () -> grant.load().known());
        assertThat(gone.unsavedToken()).isEqualTo(TWO);
        assertThat(isUnsaved).isFalse();
        assertThat(grant.view()).isNull();
        grant.save();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void savingAPairWhoseUserWasForgottenWritesNothing() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        renewLanding(TWO);
        store.recover();
        rows.delete(KEY);
        grant.save();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void aKeptSignInIsSavedWhereTheUserWasForgotten() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = signInLanding(TWO);
        assertThat(failure(kept).unsavedToken()).isEqualTo(TWO);
        store.recover();
        rows.delete(KEY);
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(events).contains(new Changed(KEY, TWO, Origin.SIGNED_IN));
    }

    @Test
    void aKeptSignInIsSavedOverWhateverIsStored() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        signInLanding(TWO);
        // Still a sign-in after more has come.
        grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
        store.recover();
        others(record -> record.renewed(THREE, host.now(), List.of()));
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().kept()).containsExactly(response(1));
        assertThat(stored().hasReplaced(THREE)).isTrue();
    }

    @Test
    void aFirstSignInIsKeptWhereNothingCouldEvenBeLoaded() {
        store.breakDown(LOAD, outage);
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = signInLanding(ONE);
        assertThat(kept.version()).isZero();
        assertThat(grant.view()).isSameAs(kept);
        store.recover();
        assertThat(grant.load()).isSameAs(kept);
        assertThat(isUnsaved).isTrue();
        grant.save();
        assertThat(stored().pair()).isEqualTo(ONE);
        assertThat(grant.load().isUnsaved()).isFalse();
    }

    @Test
    void aFirstSignInThatIsKeptIsSavedOverADamagedRow() {
        put(THREE);
        damage();
        store.breakDown(WRITE, outage);
        signInLanding(ONE);
        store.recover();
        grant.save();
        assertThat(stored().pair()).isEqualTo(ONE);
    }

    @Test
    void nothingIsKeptWhereNothingIsKnownAndNothingLanded() {
        store.breakDown(LOAD, outage);
        View<GrantRecord> kept = grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
        assertThat(kept.record()).isNull();
        assertThatThrownBy(kept::known).isInstanceOf(GrantNotFoundException.class);
        assertThat(grant.view()).isNull();
    }

    @Test
    void whatCameToBeOnlyInMemoryDuringAWriteIsNotTakenForWritten() {
        put(ONE);
        grant.load();
        store.next(WRITE, work -> {
            store.breakDown(WRITE, outage);
            grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
            store.recover();
            return work.get();
        });
        grant.update(record -> true, record -> record.leased("mine"));
        View<GrantRecord> known = Objects.requireNonNull(grant.view());
        assertThat(known.known().kept()).containsExactly(response(1));
        assertThat(known.known().isLeasedTo("mine")).isTrue();
        assertThat(known.isUnsaved()).isTrue();
        grant.save();
        assertThat(stored().kept()).containsExactly(response(1));
        assertThat(stored().isLeasedTo("mine")).isTrue();
    }

    @Test
    void whatWasOnlyInMemoryBeforeAWriteIsWrittenWithIt() {
        put(ONE);
        grant.load();
        store.breakDown(WRITE, outage);
        grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
        store.recover();
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(stored().kept()).containsExactly(response(1));
    }

    // A store that goes back in time.

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1})
    void aStoreThatHasGoneBackIsBroughtUpToDate(int versions) {
        long version = (1L << 30) + versions;
        putAt(version, GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        grant.load();
        putAt(1L << 30, GrantRecord.first(ONE, host.now()));
        View<GrantRecord> loaded = grant.load();
        assertThat(loaded.known().pair()).isEqualTo(TWO);
        assertThat(failure(loaded)).hasMessageContaining("the store has an older record");
        assertThat(failure(loaded).operation()).isEqualTo(LOAD);
        assertThat(isUnsaved).isTrue();
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(row().version()).isEqualTo((1L << 30) + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1 << 20, 1 << 25})
    void aRowOfAnotherSeriesCountsThoughItsPairWasReplacedHere(long versions) {
        putAt((1L << 30) + versions, GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        grant.load();
        putAt(1L << 30, GrantRecord.first(ONE, host.now()));
        assertThat(grant.load().known().pair()).isEqualTo(ONE);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
    }

    @Test
    void anEarlierVersionWithAPairThatWasNotReplacedHereCounts() {
        putAt(100, GrantRecord.first(TWO, host.now()));
        grant.load();
        putAt(99, GrantRecord.first(THREE, host.now()));
        assertThat(grant.load().known().pair()).isEqualTo(THREE);
        assertThat(isUnsaved).isFalse();
    }

    @Test
    void anEarlierVersionWithoutAPairCounts() {
        putAt(100, GrantRecord.first(TWO, host.now()));
        grant.load();
        putAt(99, GrantRecord.first(null, host.now()).keeping(response(1)));
        assertThat(grant.load().known().pair()).isNull();
    }

    @Test
    void theSameVersionWithoutAPairIsTheSameRow() {
        putAt(100, GrantRecord.first(null, host.now()).keeping(response(1)));
        View<GrantRecord> known = grant.load();
        assertThat(grant.load()).isSameAs(known);
    }

    // What is told.

    @Test
    void newPairsAreToldInTheOrderOfTheirComing() {
        put(ONE);
        grant.load();
        assertThat(events).as("the first one found").isEmpty();
        others(record -> record.renewed(TWO, host.now(), List.of()));
        grant.load();
        grant.load();
        grant.update(record -> true, record -> record.leased("mine"));
        renewLanding(THREE);
        signInLanding(ScriptedServer.pair(4));
        grant.updateFromApplication(
                record -> Objects.requireNonNull(record).renewed(ScriptedServer.pair(5), host.now(), List.of()));
        assertThat(events)
                .containsExactly(
                        new Changed(KEY, TWO, Origin.STORE),
                        new Changed(KEY, THREE, Origin.REFRESHED),
                        new Changed(KEY, ScriptedServer.pair(4), Origin.SIGNED_IN),
                        new Changed(KEY, ScriptedServer.pair(5), Origin.APPLICATION));
    }

    // Times.

    @Test
    void aPairThatIsFoundIsNotYoungAndOneThatComesLaterIs() {
        put(ONE);
        grant.load();
        assertThat(moment().pairAge()).isEqualTo(POLICY.gracePeriod());
        assertThat(moment().isOwn()).isFalse();
        others(record -> record.renewed(TWO, host.now(), List.of()));
        host.pass(Duration.ofSeconds(5));
        grant.load();
        assertThat(moment().pairAge()).isZero();
        assertThat(moment().isOwn()).isFalse();
        host.pass(Duration.ofSeconds(7));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(7));
        assertThat(moment().wall()).isEqualTo(host.now());
    }

    @Test
    void anAgeIsTheGreaterOneByBothClocks() {
        put(ONE);
        grant.load();
        renewLanding(TWO);
        host.pass(Duration.ofSeconds(7));
        host.jump(Duration.ofSeconds(3));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(10));
        host.jump(Duration.ofSeconds(-8));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aPairIsThisClientsOwnIfTheServerSentItHere() {
        put(ONE);
        grant.load();
        renewLanding(TWO);
        assertThat(moment().isOwn()).isTrue();
        grant.updateFromApplication(record -> Objects.requireNonNull(record).renewed(THREE, host.now(), List.of()));
        assertThat(moment().isOwn()).isFalse();
        signInLanding(ScriptedServer.pair(4));
        assertThat(moment().isOwn()).isTrue();
        grant.markPairOld();
        assertThat(moment().pairAge()).isEqualTo(POLICY.gracePeriod());
        host.jump(Duration.ofSeconds(90));
        assertThat(moment().pairAge()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theFirstSignInOfAUserIsYoung() {
        signInLanding(ONE);
        assertThat(moment().pairAge()).isZero();
        assertThat(moment().isOwn()).isTrue();
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.SIGNED_IN));
    }

    @Test
    void aRecordStandsFromTheEndOfTheFirstLoadToTheStartOfTheLast() {
        put(ONE);
        assertThat(moment().recordUnchangedFor()).isZero();
        store.next(LOAD, Trouble.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        host.pass(Duration.ofSeconds(10));
        assertThat(moment().recordUnchangedFor()).isZero();
        store.next(LOAD, Trouble.first(() -> host.pass(Duration.ofSeconds(4))));
        grant.load();
        assertThat(moment().recordUnchangedFor()).isEqualTo(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().recordUnchangedFor()).isZero();
    }

    @Test
    void aFailedLoadStartsTheWatchAnew() {
        put(ONE);
        grant.load();
        host.pass(Duration.ofSeconds(10));
        grant.load();
        store.next(LOAD, Trouble.failing(outage));
        assertThatThrownBy(grant::load).isInstanceOf(TokenStoreException.class);
        assertThat(moment().recordUnchangedFor()).isZero();
        host.pass(Duration.ofSeconds(10));
        grant.load();
        assertThat(moment().recordUnchangedFor()).isZero();
        host.pass(Duration.ofSeconds(3));
        grant.load();
        assertThat(moment().recordUnchangedFor()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aRowThatWasForgottenIsWatchedAnew() {
        put(ONE);
        grant.load();
        host.pass(Duration.ofSeconds(10));
        grant.load();
        rows.delete(KEY);
        grant.load();
        assertThat(moment().recordUnchangedFor()).isZero();
    }

    @Test
    void aVerdictIsAsOldAsItIsKnownHereWhateverDateItBears() {
        putAt(1, GrantRecord.first(ONE, host.now()).refused(VERDICT, host.now().plusSeconds(9999), false));
        host.pass(Duration.ofSeconds(50));
        grant.load();
        assertThat(moment().verdictAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().verdictAge()).as("the same verdict").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.refused(VERDICT, host.now(), false));
        grant.load();
        assertThat(moment().verdictAge()).as("another one").isZero();
    }

    @Test
    void aKeptResponseIsAsOldAsItIsKnownHere() {
        put(ONE);
        grant.load();
        host.pass(Duration.ofSeconds(50));
        others(record -> record.keeping(response(1)));
        grant.load();
        assertThat(moment().keptAge()).isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.leased("others"));
        grant.load();
        assertThat(moment().keptAge()).as("the same response").isEqualTo(Duration.ofSeconds(10));
        others(record -> record.keeping(response(2)));
        grant.load();
        assertThat(moment().keptAge()).as("one more").isZero();
        host.pass(Duration.ofSeconds(10));
        others(record -> record.without(response(1)).without(response(2)));
        grant.load();
        assertThat(moment().keptAge()).as("none any more").isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aKeptResponseThatIsFoundFirstIsKnownFromThenOn() {
        host.pass(Duration.ofSeconds(50));
        putAt(1, GrantRecord.first(ONE, host.now()).keeping(response(1)));
        grant.load();
        assertThat(moment().keptAge()).isZero();
    }

    @Test
    void whatIsSaidOfTheLeaseAndOfTryingIsPassedOn() {
        put(ONE);
        grant.load();
        assertThat(grant.times(true, false).leaseIsOver()).isTrue();
        assertThat(grant.times(true, false).keptWasTried()).isFalse();
        assertThat(grant.times(false, true).leaseIsOver()).isFalse();
        assertThat(grant.times(false, true).keptWasTried()).isTrue();
    }

    private DecisionTimes moment() {
        return grant.times(false, false);
    }

    private View<GrantRecord> renewLanding(UserAccessToken pair) {
        UserAccessToken presented = Objects.requireNonNull(grant.known().known().pair());
        return grant.updateOrKeep(
                record -> record.holds(presented), record -> record.renewed(pair, host.now(), List.of()));
    }

    private View<GrantRecord> signInLanding(UserAccessToken pair) {
        return grant.updateOrKeep(
                record -> record != null && record.hasSeen(pair)
                        ? record
                        : GrantRecord.orFirst(record, host.now()).renewed(pair, host.now(), List.of()),
                Origin.SIGNED_IN);
    }

    private static TokenStoreException failure(View<GrantRecord> view) {
        return (TokenStoreException) Objects.requireNonNull(view.failure());
    }

    private void renewByMe(UserAccessToken pair) {
        grant.update(record -> true, record -> record.renewed(pair, host.now(), List.of()));
    }

    /** Takes any record for none. */
    private UnaryOperator<GrantRecord> none(UserAccessToken pair) {
        return record -> GrantRecord.first(pair, host.now());
    }

    private void put(UserAccessToken pair) {
        putAt(1000, GrantRecord.first(pair, host.now()));
    }

    /** Whatever was stored before. */
    private void putAt(long version, GrantRecord record) {
        rows.delete(KEY);
        assertThat(rows.compareAndSet(KEY, 0, new StoredGrant(version, GrantJson.write(record))))
                .isTrue();
    }

    private void damage() {
        StoredGrant row = row();
        assertThat(rows.compareAndSet(KEY, row.version(), row.next("{}"))).isTrue();
    }

    private void others(UnaryOperator<GrantRecord> change) {
        StoredGrant row = row();
        assertThat(rows.compareAndSet(KEY, row.version(), row.next(GrantJson.write(change.apply(stored())))))
                .isTrue();
    }

    private StoredGrant row() {
        return Objects.requireNonNull(rows.load(KEY));
    }

    private GrantRecord stored() {
        return GrantJson.read(row().content());
    }

    private static TokenResponse response(int number) {
        return new TokenResponse(TokenRequest.REFRESH, "request", "response " + number, Instant.EPOCH);
    }

    /** A store that a test changes a little. */
    private abstract static class Wrapped implements TokenStore {
        private final TokenStore good;

        Wrapped(TokenStore good) {
            this.good = good;
        }

        @Override
        public StoredGrant load(GrantKey key) {
            return good.load(key);
        }

        @Override
        public boolean compareAndSet(GrantKey key, long expectedVersion, StoredGrant next) {
            return good.compareAndSet(key, expectedVersion, next);
        }

        @Override
        public void delete(GrantKey key) {
            good.delete(key);
        }
    }
}
