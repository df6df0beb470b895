package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.store.GrantKey;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;

/** One object per grant, for as long as it is used or has unsaved changes. */
class GrantsTest extends ScriptedEngine {
    private static final ContractDetails CONTRACT = MadeUpContract.details();
    private static final int RECENT = 4096;

    @Test
    void oneGrantIsOneObject() {
        Grant grant = newGrant();
        assertThat(newGrant()).isSameAs(grant);
        assertThat(grants.of(CONTRACT, "user-43")).isNotSameAs(grant);
        ContractDetails other = ContractDetails.builder()
                .contractId("other")
                .privateKey(CONTRACT.privateKey())
                .build();
        assertThat(grants.of(other, "user-42")).isNotSameAs(grant);
        assertThat(grant.key).isEqualTo(new GrantKey(CONTRACT.contractId(), "user-42"));
    }

    @Test
    void aGrantUsesTheContractOfTheLastRequestForIt() {
        Grant grant = newGrant();
        assertThat(grant.takeOver(ONE, Mode.REPLACE)).isNotNull();
        ContractDetails withAnotherKey = ContractDetails.builder()
                .contractId(CONTRACT.contractId())
                .privateKey(CONTRACT.privateKey())
                .build();
        assertThat(grants.of(withAnotherKey, "user-42").refresh(WAIT)).isNotNull();
        assertThat(server.contracts()).hasSize(1).first().isSameAs(withAnotherKey);
    }

    @Test
    void aRecentlyUsedGrantStaysInMemory() throws InterruptedException {
        assertThat(newGrant().takeOver(ONE, Mode.REPLACE)).isNotNull();
        int loads = store.count(LOAD);
        collect();
        assertThat(newGrant().token(WAIT)).isEqualTo(ONE);
        assertThat(store.count(LOAD)).isEqualTo(loads);
    }

    @Test
    void anUnsavedGrantStaysInMemory() throws InterruptedException {
        leaveUnsaved("user-42");
        store.recover();
        use(0, 6 * RECENT);
        collect();
        assertThat(newGrant().token(WAIT)).isEqualTo(TWO);
        grants.close();
        assertThat(stored("user-42").pair()).isEqualTo(TWO);
    }

    @Test
    void savingIsRetriedEverySecond() {
        leaveUnsaved("user-42");
        assertThat(host.timers()).isEqualTo(1);
        int writes = store.count(WRITE);
        host.pass(Duration.ofMillis(999));
        assertThat(store.count(WRITE)).isEqualTo(writes);
        host.pass(Duration.ofMillis(1));
        int each = store.count(WRITE) - writes;
        assertThat(each).isPositive();
        host.pass(Duration.ofSeconds(1));
        assertThat(store.count(WRITE)).isEqualTo(writes + 2 * each);
        assertThat(host.timers()).isEqualTo(1);
        store.recover();
        host.pass(Duration.ofSeconds(1));
        assertThat(stored("user-42").pair()).isEqualTo(TWO);
        assertThat(host.timers()).isZero();
        leaveUnsaved("user-43");
        assertThat(host.timers()).as("and the next time again").isEqualTo(1);
    }

    @Test
    void closingSavesEachUnsavedGrantOnceMoreAndNeverFails() {
        leaveUnsaved("user-1");
        leaveUnsaved("user-2");
        int writes = store.count(WRITE);
        grants.close();
        assertThat(store.count(WRITE)).isGreaterThanOrEqualTo(writes + 2);
        store.recover();
        grants.close();
        assertThat(stored("user-1").pair()).isEqualTo(TWO);
        assertThat(stored("user-2").pair()).isEqualTo(TWO);
    }

    private void leaveUnsaved(String user) {
        store.recover();
        Grant grant = grants.of(CONTRACT, user);
        assertThat(grant.takeOver(ONE, Mode.REPLACE)).isNotNull();
        server.next(ScriptedServer.Behavior.responding("1").once(() -> store.breakDown(WRITE, outage)));
        assertThatThrownBy(() -> grant.refresh(WAIT)).isInstanceOf(TokenStoreException.class);
        assertThat(stored(user).pair()).isEqualTo(ONE);
    }

    private void use(int from, int to) {
        for (int user = from; user < to; user++) {
            assertThat(grants.of(CONTRACT, "some-user-" + user)).isNotNull();
        }
    }

    private static void collect() throws InterruptedException {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        while (witness.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    private GrantRecord stored(String user) {
        return GrantJson.read(
                rows.load(new GrantKey(CONTRACT.contractId(), user)).content());
    }
}
