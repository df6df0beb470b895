package me.digi.client.internal.token;

import static me.digi.client.store.TokenStoreException.Operation.DELETE;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a record is changed while other processes write to it, and while the store fails. */
class GrantStoreWriteTest extends GrantStoreFixture {
    @Test
    void anUnchangedRecordIsNotWritten() {
        View<GrantRecord> known = putAndLoad(ONE);
        assertThat(grant.update(record -> false, record -> record.leased("mine")))
                .isSameAs(known);
        assertThat(grant.update(record -> true, record -> record)).isSameAs(known);
        assertThat(store.count(WRITE)).isZero();
        assertThat(store.count(LOAD)).isEqualTo(1);
    }

    @Test
    void anUpdateLoadsAnUnknownRecord() {
        put(ONE);
        View<GrantRecord> written = grant.update(record -> record.holds(ONE), record -> record.leased("mine"));
        assertThat(written.known().isLeasedTo("mine")).isTrue();
        assertThat(grant.view()).isEqualTo(written);
        assertThat(stored()).isEqualTo(written.known());
        assertThat(written.version()).isEqualTo(row().version());
    }

    @Test
    void aChangeIsRepeatedOverAConflictingWrite() {
        putAndLoad(ONE);
        others(renewed(TWO));
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
    }

    @Test
    void aChangeIsDroppedIfAConflictingWriteRulesItOut() {
        putAndLoad(ONE);
        others(renewed(TWO));
        View<GrantRecord> seen = grant.update(record -> record.holds(ONE), record -> record.leased("mine"));
        assertThat(seen.known().pair()).isEqualTo(TWO);
        assertThat(stored().lease()).isNull();
        rows.delete(KEY);
        seen = grant.update(record -> true, record -> record.leased("mine"));
        assertThat(seen.record()).isNull();
        assertThat(rows.load(KEY)).isNull();
    }

    @Test
    void writingGivesUpAfterAThousandConflicts() {
        put(ONE);
        store.every(WRITE, work -> false);
        assertThatThrownBy(() -> grant.update(record -> true, record -> record.leased("mine")))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("1000 consecutive write conflicts");
        assertThat(store.count(WRITE)).isEqualTo(1000);
    }

    @Test
    void aWriteThatThrewAfterItWasDoneIsNotRepeated() {
        putAndLoad(ONE);
        store.next(WRITE, StoreFault.doneAndFailing(outage));
        View<GrantRecord> written = grant.update(known -> true, known -> known.leased("mine"));
        assertThat(store.count(WRITE)).isEqualTo(1);
        assertThat(written.known().isLeasedTo("mine")).isTrue();
        assertThat(written.version()).isEqualTo(row().version());
        assertThat(events).isEmpty();
    }

    @Test
    void aWriteThatThrewBeforeItWasDoneIsRepeatedOnce() {
        putAndLoad(ONE);
        store.next(WRITE, StoreFault.failing(outage));
        grant.update(known -> true, known -> known.leased("mine"));
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
        store.next(WRITE, StoreFault.failing(outage)).next(WRITE, StoreFault.failing(outage));
        assertThatThrownBy(() -> grant.update(known -> true, GrantRecord::withHeartbeat))
                .isInstanceOf(TokenStoreException.class);
        assertThat(store.count(WRITE)).isEqualTo(4);
        assertThat(stored().lease()).isEqualTo(new GrantRecord.Lease("mine", 0));
    }

    @Test
    void aFirstWriteThatThrewIsLookedUpAsWell() {
        store.next(WRITE, StoreFault.failing(outage));
        assertThat(grant.updateFromApplication(first(ONE)).version())
                .isEqualTo(row().version())
                .isPositive();
        assertThat(store.count(WRITE)).isEqualTo(2);
        rows.delete(KEY);
        store.next(WRITE, StoreFault.doneAndFailing(outage));
        assertThat(grant.updateFromApplication(first(TWO)).version()).isEqualTo(row().version());
        assertThat(store.count(WRITE)).isEqualTo(3);
    }

    @Test
    void aWriteThatThrewIsRepeatedOverAConflictingOne() {
        putAndLoad(ONE);
        store.next(WRITE, work -> {
            others(renewed(TWO));
            throw outage;
        });
        grant.update(record -> true, record -> record.leased("mine"));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(stored().isLeasedTo("mine")).isTrue();
        assertThat(store.count(WRITE)).isEqualTo(2);
    }

    @Test
    void aWriteThatThrewDoesNotRecreateADeletedRow() {
        putAndLoad(ONE);
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
    void aFailedLoadAfterAFailedWriteIsTheFailure() {
        putAndLoad(ONE);
        store.next(WRITE, StoreFault.doneAndFailing(outage)).next(LOAD, StoreFault.failing(outage));
        TokenStoreException failure =
                thrownBy(TokenStoreException.class, () -> grant.update(known -> true, known -> known.leased("mine")));
        assertThat(failure.operation()).isEqualTo(LOAD);
        assertThat(failure.grant()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAD", "WRITE", "DELETE"})
    void everyFailureOfAStoreIsATokenStoreException(Operation operation) {
        putAndLoad(ONE);
        for (Throwable thrown :
                List.of(new NoClassDefFoundError("x"), new InterruptedException("x"), new Exception("x"))) {
            store.breakDown(operation, thrown);
            TokenStoreException failure = thrownBy(TokenStoreException.class, () -> carryOut(operation));
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
    void aTakenOverPairCreatesTheFirstRow() {
        View<GrantRecord> handed = grant.updateFromApplication(first(ONE));
        assertThat(handed.known()).isEqualTo(stored());
        assertThat(events).containsExactly(new Changed(KEY, ONE, Origin.APPLICATION));
    }

    @Test
    void aHandOverHealsADamagedRow() {
        putAndLoad(ONE);
        damage();
        long damaged = row().version();
        View<GrantRecord> handed = grant.updateFromApplication(first(TWO));
        assertThat(stored().pair()).isEqualTo(TWO);
        assertThat(handed.version()).isEqualTo(damaged + 1);
    }

    @Test
    void aDeletedRecordIsForgotten() {
        putAndLoad(ONE);
        grant.delete();
        assertThat(grant.view()).isNull();
        assertThat(rows.load(KEY)).isNull();
        assertThat(isUnsaved).isFalse();
        assertThat(grant.load().record()).isNull();
    }

    @Test
    void t9_aRecordThatIsSavedDuringItsDeletionIsDeleted() {
        store.breakDown(WRITE, outage);
        grant.updateOrKeep(first(ONE), Origin.SIGNED_IN);
        assertThat(isUnsaved).isTrue();
        store.recover();
        store.next(WRITE, StoreFault.first(() -> grant.delete()));
        grant.save();
        assertThat(rows.load(KEY)).isNull();
        assertThat(grant.view()).isNull();
    }

    @Test
    void aDeleteThatFailsForgetsNothing() {
        putAndLoad(ONE);
        store.breakDown(DELETE, outage);
        assertThatThrownBy(grant::delete).isInstanceOf(TokenStoreException.class);
        assertThat(grant.view()).isNotNull();
    }

    @Test
    void aWriteThatWasOverwrittenBeforeItReturnedIsNotTheNewest() {
        putAndLoad(ONE);
        store.next(WRITE, work -> {
            Object written = work.get();
            others(renewed(TWO));
            grant.load();
            return written;
        });
        View<GrantRecord> written = grant.update(known -> true, known -> known.leased("mine"));
        assertThat(written.known().pair()).isEqualTo(ONE);
        assertThat(Objects.requireNonNull(grant.view()).known().pair()).isEqualTo(TWO);
    }

    @Test
    void aWriteToARowThatIsDeletedMeanwhileIsForgotten() {
        putAndLoad(ONE);
        store.next(WRITE, work -> {
            Object written = work.get();
            grant.delete();
            return written;
        });
        grant.update(known -> true, known -> known.leased("mine"));
        assertThat(grant.view()).isNull();
    }

    @Test
    void aWriteThatWasLoadedBeforeItReturnedIsTheNewest() {
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(10));
        store.next(WRITE, work -> {
            Object written = work.get();
            grant.load();
            return written;
        });
        View<GrantRecord> written = grant.update(known -> true, renewed(TWO));
        assertThat(grant.view()).isEqualTo(written);
        assertThat(events).containsExactly(new Changed(KEY, TWO, Origin.STORE));
    }
}
