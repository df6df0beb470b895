package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines whose clocks differ by days, one of which crashes or fails during a refresh. */
class SkewedClocksTest extends ScriptedEngine {
    private final IllegalStateException gone = new IllegalStateException("the machine is gone");

    private final Grant watcher = newGrant();

    @BeforeEach
    void takeOver() {
        assertThat(watcher.takeOver(ONE, Mode.REPLACE)).isNotNull();
    }

    /** No wall-clock time is in a record, so it does not matter. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aLeaseIsWatchedForItsLengthWhateverTheHoldersClock(int daysAhead) {
        leaveALease(daysAhead);
        assertThat(watcher.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(host.slept())
                .isBetween(POLICY.lease(), POLICY.lease().plus(POLICY.poll().multipliedBy(2)));
        assertThat(server.requests()).isEqualTo(1);
    }

    /** A record of the doubt remains, for the request may have reached the server; a lease does not. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aReleasedLeaseIsNotWaitedFor(int daysAhead) {
        server.fail(NetworkException.noResponse("refreshToken", null));
        server.fail(NetworkException.noResponse("refreshToken", null));
        assertThatThrownBy(() ->
                        grantOf(new ScriptedHost(Duration.ofDays(daysAhead))).refresh(WAIT))
                .isInstanceOf(NetworkException.class);
        assertThat(watcher.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(host.slept()).isZero();
        assertThat(server.requests()).as("two that were lost, and one").isEqualTo(3);
    }

    /** A machine that keeps renewing its lease is not overtaken. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aRenewedLeaseRestartsTheWatch(int daysAhead) {
        leaveALease(daysAhead);
        Duration renewal = POLICY.lease().dividedBy(2);
        host.whileAsleep(() -> {
            if (host.slept().equals(renewal)) {
                others(GrantRecord::withHeartbeat);
            }
        });
        assertThat(watcher.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
        assertThat(host.slept()).isGreaterThanOrEqualTo(renewal.plus(POLICY.lease()));
        assertThat(server.requests()).isEqualTo(1);
    }

    /** A machine takes the lease, and is gone before it sends anything. */
    private void leaveALease(int daysAhead) {
        store.next(LOAD, StoreFault.NONE)
                .next(LOAD, StoreFault.NONE)
                .next(WRITE, StoreFault.doneAndFailing(gone))
                .next(LOAD, StoreFault.failing(gone));
        Grant lost = grantOf(new ScriptedHost(Duration.ofDays(daysAhead)));
        assertThatThrownBy(() -> lost.refresh(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(server.requests()).isZero();
    }

    private Grant grantOf(ScriptedHost machine) {
        return new Grants(store, server, machine, POLICY, event -> {}).of(MadeUpContract.details(), "user-42");
    }
}
