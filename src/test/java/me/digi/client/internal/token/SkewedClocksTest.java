package me.digi.client.internal.token;

import static me.digi.client.error.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.error.NetworkException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines whose clocks differ, and one of which is gone, or has given up, in the middle of a refresh. */
class SkewedClocksTest {
    private final LocalGrants local = new LocalGrants();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Grants watching = new Grants(local.parts(local.sandbox.clock(), LocalGrants.policy(), this::pass));
    private final Grant watcher = watching.adopted(local.contract, LocalGrants.USER, local.first);

    @BeforeEach
    void isTheFirst() {
        assertThat(local.stored()).isEqualTo(local.first);
    }

    @AfterEach
    void close() {
        watching.close();
        local.close();
    }

    /** A day is longer than any lease, but nobody has to wait for it. */
    @Test
    void theLeaseOfAMachineWhoseClockIsAheadIsWatchedUntilItHasRunOut() {
        leaveALease(Duration.ofDays(1));
        assertThat(watcher.refresh()).isInstanceOf(Refreshed.class);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(LocalGrants.policy().lease());
        assertRefreshedAndStored();
    }

    @Test
    void theLeaseOfAMachineWhoseClockIsFarBehindIsNotWaitedFor() {
        leaveALease(Duration.ofDays(-1));
        assertThat(watcher.refresh()).isInstanceOf(Refreshed.class);
        assertThat(waits).isEmpty();
        assertRefreshedAndStored();
    }

    /** A record of it remains, for it may have reached the server; a lease does not. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void whatAMachineHasGivenUpIsNotWaitedForHoweverItsClockGoes(int daysAhead) {
        local.sandbox.failNext(Operation.REFRESH, Delivery.DROP_BEFORE);
        local.sandbox.failNext(Operation.REFRESH, Delivery.DROP_BEFORE);
        try (Grants others = grantsOfAMachine(Duration.ofDays(daysAhead))) {
            assertThatThrownBy(others.stored(local.contract, LocalGrants.USER)::refresh)
                    .isInstanceOf(NetworkException.class);
        }
        assertThat(attempt()).isNotNull();
        assertThat(watcher.refresh()).isInstanceOf(Refreshed.class);
        assertThat(waits).isEmpty();
        assertThat(local.refreshes()).as("two that were dropped, and one").isEqualTo(3);
        assertThat(local.stored()).matches(local::honours);
    }

    /** A machine that goes on and on renewing its doubt, each time with a lease of its own, is not overtaken. */
    @Test
    void aLeaseThatChangesHandsIsWatchedAnew() {
        leaveALease(Duration.ofDays(1));
        Duration half = LocalGrants.policy().lease().dividedBy(2);
        Grants patient = new Grants(local.parts(local.sandbox.clock(), LocalGrants.policy(), pause -> {
            pass(pause);
            if (LocalGrants.policy().poll().multipliedBy(waits.size()).equals(half)) {
                renewTheLease();
            }
        }));
        try (patient) {
            assertThat(patient.stored(local.contract, LocalGrants.USER).refresh())
                    .isInstanceOf(Refreshed.class);
        }
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(half.plus(LocalGrants.policy().lease()));
        assertRefreshedAndStored();
    }

    private void pass(Duration pause) {
        waits.add(pause);
        assertThat(waits).as("waits, which should have an end").hasSizeLessThan(5_000);
    }

    private void renewTheLease() {
        GrantRecords records = new GrantRecords(local.store, local.key);
        Snapshot stored = records.require();
        RefreshAttempt left = attempt();
        RefreshAttempt next = new RefreshAttempt("yet another", left.startedAt(), left.leaseUntil(), left.answer());
        assertThat(records.write(stored.version(), stored.state().withAttempt(next)))
                .isNotNull();
    }

    /** A machine takes the lease, and is gone before it sends anything. */
    private void leaveALease(Duration ahead) {
        local.store.next(WRITE, Trouble.doneAndFailing(new IllegalStateException("the machine is gone")));
        try (Grants gone = grantsOfAMachine(ahead)) {
            assertThatThrownBy(gone.stored(local.contract, LocalGrants.USER)::refresh)
                    .isInstanceOf(TokenStoreException.class);
        }
        assertThat(attempt().leaseUntil())
                .isEqualTo(local.sandbox
                        .clock()
                        .instant()
                        .plus(ahead)
                        .plus(LocalGrants.policy().lease()));
        assertThat(local.refreshes()).isZero();
    }

    private Grants grantsOfAMachine(Duration ahead) {
        return new Grants(local.parts(Clock.offset(local.sandbox.clock(), ahead), LocalGrants.policy()));
    }

    private RefreshAttempt attempt() {
        return new GrantRecords(local.store, local.key).require().state().attempt();
    }

    private void assertRefreshedAndStored() {
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(watcher.status()).isNotNull();
        assertThat(watcher.token()).matches(local::honours);
        assertThat(local.stored()).matches(local::honours);
    }
}
