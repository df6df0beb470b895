package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed in the middle of a refresh does not lock the others out. */
class KilledProcessTest {
    private static final int THREADS = 5;

    /** For so long the others watch a record that does not change. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration LITTLE = Duration.ofMillis(1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void t8_whileItHeldTheLeaseAnotherRefreshesAfterFifteenSecondsAndNoSooner(SharedStore kind) {
        try (SharedStoreScene scene = new SharedStoreScene(kind, directory)) {
            ClientProcess other = killedAt(Moment.LEASED, scene);
            assertThat(scene.refreshes()).isZero();
            other.call(THREADS);
            awaitLook(other, scene);
            advance(scene, LEASE.minus(LITTLE));
            awaitLook(other, scene);
            assertThat(scene.refreshes()).isZero();
            advance(scene, LITTLE);
            assertThat(other.responses()).isEqualTo(scene.allServed(THREADS));
            assertThat(scene.refreshes()).isEqualTo(1);
            assertThat(scene.stored()).matches(scene::honours);
        }
    }

    /** Nobody has the new pair, and the server refuses the old one: its user has to consent again, and is told why. */
    @ParameterizedTest
    @EnumSource
    void t8_betweenRefreshAndStoreItsPairIsSaidToBeLostAfterFifteenSeconds(SharedStore kind) {
        try (SharedStoreScene scene = new SharedStoreScene(kind, directory)) {
            ClientProcess other = killedAt(Moment.REFRESHED, scene);
            assertThat(scene.refreshes()).isEqualTo(1);
            other.call(THREADS);
            awaitLook(other, scene);
            advance(scene, LEASE);
            assertThat(other.responses())
                    .isEqualTo("{" + ClientProcess.loggedOut(Reason.RESPONSE_LOST) + "=" + THREADS + "}");
            assertThat(scene.refreshes()).as("with one replay").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void t8_afterItHadStoredThePairTheOthersTakeItAtOnce(SharedStore kind) {
        try (SharedStoreScene scene = new SharedStoreScene(kind, directory)) {
            ClientProcess other = killedAt(Moment.STORED, scene);
            other.call(THREADS);
            assertThat(other.responses()).isEqualTo(scene.allServed(THREADS));
            assertThat(scene.refreshes()).isEqualTo(1);
        }
    }

    /** Another process, which knows the grant, after one has been killed at that moment of a refresh. */
    private static ClientProcess killedAt(Moment moment, SharedStoreScene scene) {
        List<ClientProcess> processes = scene.start(moment, Moment.NEVER);
        ClientProcess victim = processes.get(0);
        ClientProcess other = processes.get(1);
        other.call(1);
        assertThat(other.responses()).isEqualTo(scene.allServed(1));
        advance(scene, Duration.ofDays(1));
        victim.call(1);
        victim.awaitLine("holding");
        victim.kill();
        scene.forget(victim);
        return other;
    }

    private static void advance(SharedStoreScene scene, Duration duration) {
        scene.sandbox.clock().advance(duration);
        scene.tellTheTime();
    }

    private static void awaitLook(ClientProcess process, SharedStoreScene scene) {
        process.awaitLook(scene.sandbox.clock().instant());
    }
}
