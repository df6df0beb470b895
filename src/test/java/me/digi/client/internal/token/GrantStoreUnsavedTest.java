package me.digi.client.internal.token;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are only in memory until the store accepts them, or that the store has lost again. */
class GrantStoreUnsavedTest extends GrantStoreFixture {
    @Test
    void aPairThatCannotBeStoredIsKeptInMemoryAndReported() {
        putAndLoad(ONE);
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
    void aResponseThatCannotBeStoredIsKeptInMemory() {
        putAndLoad(ONE);
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = grant.updateOrKeep(known -> known.holds(ONE), known -> known.keeping(response(1)));
        assertThat(kept.known().kept()).containsExactly(response(1));
        assertThat(failure(kept).unsavedToken()).isNull();
        assertThat(failure(kept)).hasMessageContaining("a token response is only in memory");
        assertThat(failure(kept).operation()).isEqualTo(WRITE);
    }

    @Test
    void aResponseToAReplacedPairIsNotKept() {
        View<GrantRecord> known = putAndLoad(ONE);
        store.breakDown(WRITE, outage);
        store.next(WRITE, work -> {
            renewLanding(TWO);
            throw outage;
        });
        View<GrantRecord> after = grant.updateOrKeep(record -> record.holds(ONE), renewed(THREE));
        assertThat(after.known().pair()).isEqualTo(TWO);
        assertThat(after).isNotEqualTo(known);
    }

    @Test
    void aLaterResponseKeepsTheFailureToStoreThePair() {
        putAndLoad(ONE);
        store.breakDown(WRITE, outage);
        View<GrantRecord> kept = renewLanding(TWO);
        View<GrantRecord> more = grant.updateOrKeep(known -> known.holds(TWO), known -> known.keeping(response(1)));
        assertThat(more.known().kept()).containsExactly(response(1));
        assertThat(failure(more)).isSameAs(failure(kept));
    }

    @Test
    void anUnsavedPairIsSavedWhenTheStoreWorksAgain() {
        putAndLoad(ONE);
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
    void savingAnUnknownRecordDoesNothing() {
        put(ONE);
        grant.save();
        assertThat(store.count(LOAD) + store.count(WRITE)).isZero();
    }

    @Test
    void anUnsavedPairIsWrittenWithTheNextChange() {
        putAndLoad(ONE);
        keepInMemory(() -> renewLanding(TWO));
        grant.update(record -> record.holds(TWO), record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(isUnsaved).isFalse();
    }

    @Test
    void anUnsavedPairIsSavedOverAWriteToTheOldPair() {
        putAndLoad(ONE);
        keepInMemory(() -> renewLanding(TWO));
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
    void anUnsavedPairIsReplaced() {
        putAndLoad(ONE);
        keepInMemory(() -> renewLanding(TWO));
        others(record -> record.renewed(TWO, host.now(), List.of()).renewed(THREE, host.now(), List.of()));
        grant.save();
        assertThat(stored().pair()).isEqualTo(THREE);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(events).endsWith(new Changed(KEY, THREE, Origin.STORE));
    }

    @Test
    void anUnsavedPairOfAForgottenUserIsReturned() {
        putAndLoad(ONE);
        keepInMemory(() -> renewLanding(TWO));
        rows.delete(KEY);
        GrantNotFoundException gone =
                thrownBy(GrantNotFoundException.class, () -> grant.load().known());
        assertThat(gone.unsavedToken()).isEqualTo(TWO);
        assertThat(isUnsaved).isFalse();
        assertThat(grant.view()).isNull();
        grant.save();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void anUnsavedPairOfAForgottenUserIsNotSaved() {
        putAndLoad(ONE);
        keepInMemory(() -> renewLanding(TWO));
        rows.delete(KEY);
        grant.save();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void anUnsavedSignInIsSavedForAForgottenUser() {
        putAndLoad(ONE);
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
    void anUnsavedSignInReplacesAnyStoredPair() {
        putAndLoad(ONE);
        keepInMemory(() -> {
            signInLanding(TWO);
            // Still a sign-in after another response has arrived.
            grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
        });
        others(renewed(THREE));
        grant.save();
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().kept()).containsExactly(response(1));
        assertThat(stored().hasReplaced(THREE)).isTrue();
    }

    @Test
    void aFirstSignInIsKeptIfNothingCanBeLoaded() {
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
    void anUnsavedFirstSignInReplacesADamagedRow() {
        put(THREE);
        damage();
        keepInMemory(() -> signInLanding(ONE));
        grant.save();
        assertThat(stored().pair()).isEqualTo(ONE);
    }

    @Test
    void nothingIsKeptForAnUnknownGrant() {
        store.breakDown(LOAD, outage);
        View<GrantRecord> kept = grant.updateOrKeep(record -> true, record -> record.keeping(response(1)));
        assertThat(kept.record()).isNull();
        assertThatThrownBy(kept::known).isInstanceOf(GrantNotFoundException.class);
        assertThat(grant.view()).isNull();
    }

    @Test
    void aChangeOnlyInMemoryDuringAWriteIsNotMarkedAsWritten() {
        putAndLoad(ONE);
        store.next(WRITE, work -> {
            keepInMemory(() -> grant.updateOrKeep(record -> true, record -> record.keeping(response(1))));
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
    void aChangeOnlyInMemoryBeforeAWriteIsWrittenWithIt() {
        putAndLoad(ONE);
        keepInMemory(() -> grant.updateOrKeep(record -> true, record -> record.keeping(response(1))));
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
        assertThat(stored().kept()).containsExactly(response(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1})
    void aRestoredOlderRecordIsReplacedByTheNewerOne(int versions) {
        long version = (1L << 30) + versions;
        put(version, GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        grant.load();
        put(1L << 30, GrantRecord.first(ONE, host.now()));
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
    void aRowOfAnotherVersionSeriesCounts(long versions) {
        put((1L << 30) + versions, GrantRecord.first(ONE, host.now()).renewed(TWO, host.now(), List.of()));
        grant.load();
        put(1L << 30, GrantRecord.first(ONE, host.now()));
        assertThat(grant.load().known().pair()).isEqualTo(ONE);
        assertThat(Objects.requireNonNull(grant.view()).isUnsaved()).isFalse();
    }

    @Test
    void anEarlierVersionWithAPairThatWasNotReplacedHereCounts() {
        put(100, GrantRecord.first(TWO, host.now()));
        grant.load();
        put(99, GrantRecord.first(THREE, host.now()));
        assertThat(grant.load().known().pair()).isEqualTo(THREE);
        assertThat(isUnsaved).isFalse();
    }

    @Test
    void anEarlierVersionWithoutAPairCounts() {
        put(100, GrantRecord.first(TWO, host.now()));
        grant.load();
        put(99, GrantRecord.first(null, host.now()).keeping(response(1)));
        assertThat(grant.load().known().pair()).isNull();
    }

    @Test
    void theSameVersionWithoutAPairIsTheSameRow() {
        put(100, GrantRecord.first(null, host.now()).keeping(response(1)));
        View<GrantRecord> known = grant.load();
        assertThat(grant.load()).isSameAs(known);
    }
}
