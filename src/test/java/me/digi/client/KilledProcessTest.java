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
    private static final String USER = "user-42";
    private static final int THREADS = 5;

    /** How long the others wait while the record does not change. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration LITTLE = Duration.ofMillis(1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void t8_whileItHeldTheLeaseAnotherRefreshesAfterFifteenSecondsAndNoSooner(SharedStore kind) {
        try (SharedStoreFixture fixture = new SharedStoreFixture(kind, directory)) {
            ClientProcess other = killedAt(Moment.LEASED, fixture);
            assertThat(fixture.refreshes()).isZero();
            other.call(THREADS);
            awaitLoad(other, fixture);
            advance(fixture, other, LEASE.minus(LITTLE));
            awaitLoad(other, fixture);
            assertThat(fixture.refreshes()).isZero();
            advance(fixture, other, LITTLE);
            assertThat(other.responses()).isEqualTo(allServed(fixture, THREADS));
            assertThat(fixture.refreshes()).isEqualTo(1);
            assertThat(fixture.stored(USER)).isEqualTo(fixture.served(USER));
        }
    }

    /** The new pair is lost, and the server refuses the old one: the user must consent again, with that reason. */
    @ParameterizedTest
    @EnumSource
    void t8_betweenRefreshAndStoreThePairIsReportedLostAfterFifteenSeconds(SharedStore kind) {
        try (SharedStoreFixture fixture = new SharedStoreFixture(kind, directory)) {
            ClientProcess other = killedAt(Moment.REFRESHED, fixture);
            assertThat(fixture.refreshes()).isEqualTo(1);
            other.call(THREADS);
            awaitLoad(other, fixture);
            advance(fixture, other, LEASE);
            assertThat(other.responses())
                    .isEqualTo("{" + ClientProcess.loggedOut(Reason.RESPONSE_LOST) + "=" + THREADS + "}");
            assertThat(fixture.refreshes()).as("with one replay").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void t8_afterItHadStoredThePairTheOthersTakeItAtOnce(SharedStore kind) {
        try (SharedStoreFixture fixture = new SharedStoreFixture(kind, directory)) {
            ClientProcess other = killedAt(Moment.STORED, fixture);
            other.call(THREADS);
            assertThat(other.responses()).isEqualTo(allServed(fixture, THREADS));
            assertThat(fixture.refreshes()).isEqualTo(1);
        }
    }

    /** Another process, which knows the grant, after one has been killed at that moment of a refresh. */
    private static ClientProcess killedAt(Moment moment, SharedStoreFixture fixture) {
        fixture.signIn(USER);
        List<ClientProcess> processes = ClientProcess.start(fixture, USER, moment, Moment.NEVER);
        ClientProcess victim = processes.get(0);
        ClientProcess other = processes.get(1);
        other.call(1);
        assertThat(other.responses()).isEqualTo(allServed(fixture, 1));
        fixture.sandbox.clock().advance(Duration.ofDays(1));
        ClientProcess.setTime(fixture, processes);
        victim.call(1);
        victim.awaitLine("holding");
        victim.kill();
        return other;
    }

    private static String allServed(SharedStoreFixture fixture, int threads) {
        return "{" + fixture.served(USER) + "=" + threads + "}";
    }

    private static void advance(SharedStoreFixture fixture, ClientProcess process, Duration duration) {
        fixture.sandbox.clock().advance(duration);
        ClientProcess.setTime(fixture, List.of(process));
    }

    private static void awaitLoad(ClientProcess process, SharedStoreFixture fixture) {
        process.awaitLoad(fixture.sandbox.clock().instant());
    }
}
