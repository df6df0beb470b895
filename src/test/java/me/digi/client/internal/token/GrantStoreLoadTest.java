package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How recently loaded records are reused, and what a load reports. */
class GrantStoreLoadTest extends GrantStoreFixture {
    @Test
    void aRecordConfirmedLessThan30SecondsAgoIsNotLoaded() {
        put(ONE);
        assertThat(grant.view()).isNull();
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
        host.pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
        assertThat(store.count(LOAD)).isEqualTo(1);
        others(renewed(TWO));
        host.pass(Duration.ofNanos(1));
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(TWO);
        assertThat(store.count(LOAD)).isEqualTo(2);
        assertThat(Objects.requireNonNull(grant.view()).known().pair()).isEqualTo(TWO);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLoadConfirmsFromItsStart(boolean isKnown) {
        put(ONE);
        if (isKnown) {
            grant.load();
        }
        store.next(LOAD, StoreFault.first(() -> host.pass(Duration.ofSeconds(20))));
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
        putAndLoad(ONE);
        host.pass(Duration.ofSeconds(20));
        grant.update(known -> true, GrantRecord::withHeartbeat);
        grant.update(known -> true, known -> known.leased("mine"));
        host.pass(Duration.ofSeconds(29));
        grant.confirmed(WAIT);
        assertThat(store.count(LOAD)).isEqualTo(1);
    }

    @Test
    void concurrentCallersShareOneLoad() {
        put(ONE);
        store.next(LOAD, StoreFault.first(() -> {
            host.timeOutCallers();
            NetworkException waits = thrownBy(NetworkException.class, () -> grant.confirmed(WAIT));
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
    void concurrentCallersShareAFailedLoad() {
        store.next(LOAD, work -> {
            host.timeOutCallers();
            assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(NetworkException.class);
            throw outage;
        });
        assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(host.awaited().get(0)).isCompletedExceptionally();
        put(ONE);
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(ONE);
    }

    @Test
    void aFailedLoadFallsBackToMemoryAndIsRepeatedByTheNextCaller() {
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
    void aFailedFirstLoadIsAFailure() {
        store.breakDown(LOAD, outage);
        assertThatThrownBy(() -> grant.confirmed(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aDamagedRowFallsBackToMemory() {
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
    void aChangeDuringAFailedLoadIsUsed() {
        put(ONE);
        grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        store.next(LOAD, work -> {
            renew(TWO);
            throw outage;
        });
        assertThat(grant.confirmed(WAIT).known().pair()).isEqualTo(TWO);
    }

    @Test
    void aDeletedRowIsForgotten() {
        put(ONE);
        grant.confirmed(WAIT);
        host.pass(Duration.ofSeconds(30));
        rows.delete(KEY);
        GrantNotFoundException gone = thrownBy(GrantNotFoundException.class, () -> grant.confirmed(WAIT));
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
    void aLoadThatIsOutdatedByAChangeIsRepeated() {
        putAndLoad(ONE);
        store.next(LOAD, work -> {
            Object old = work.get();
            renew(TWO);
            return old;
        });
        assertThat(grant.load().known().pair()).isEqualTo(TWO);
        assertThat(store.count(LOAD)).isEqualTo(3);
    }

    @Test
    void aLoadThatFoundNothingAndIsOutdatedIsRepeated() {
        store.next(LOAD, work -> {
            Object none = work.get();
            assertThat(grant.updateFromApplication(first(ONE)).known().pair()).isEqualTo(ONE);
            return none;
        });
        assertThat(grant.load().known().pair()).isEqualTo(ONE);
    }

    @Test
    void loadingGivesUpOnARecordThatAlwaysChanges() {
        putAndLoad(ONE);
        store.every(LOAD, work -> {
            Object row = work.get();
            grant.update(record -> true, record -> record.leased("turn " + store.count(LOAD)));
            return row;
        });
        assertThatThrownBy(grant::load)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("1000 consecutive write conflicts");
        assertThat(store.count(LOAD)).isEqualTo(1001);
    }
}
