package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.digi.client.EndingProgram.End;
import me.digi.client.internal.api.Leftovers;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.SharedStore;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that ends while a refresh is under way in the background does not lose the pair. */
class ProcessEndTest {
    private static final String USER = "user-42";
    /** How long a process takes to end when nothing delays it. */
    private static final Duration A_MOMENT = Duration.ofMillis(700);

    @TempDir
    private Path directory;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private SharedStoreFixture fixture;
    private Relay relay;

    @BeforeEach
    void letTheTokenBecomeStale() {
        fixture = new SharedStoreFixture(SharedStore.FILE, directory);
        fixture.signIn(USER);
        fixture.sandbox.clock().advance(Duration.ofDays(1).minusMinutes(2));
        relay = new Relay(fixture.sandbox, this::pass);
    }

    @AfterEach
    void close() {
        opened.countDown();
        relay.close();
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURN", "EXIT"})
    void t20_theEndWaitsForARefreshThatHasBeenSent(End end) throws InterruptedException {
        try (ChildJvm program = endingWhileTheRefreshIsHeldBack(end)) {
            assertThat(program.endsWithin(A_MOMENT)).isFalse();
            opened.countDown();
            program.finish();
        }
        assertThat(fixture.refreshes()).isEqualTo(1);
        assertThat(fixture.stored(USER)).isEqualTo(fixture.served(USER));
    }

    @Test
    void t20_shutdownHooksOfTheApplicationRunAfterTheRefresh() throws InterruptedException {
        try (ChildJvm program = endingWhileTheRefreshIsHeldBack(End.RETURN)) {
            assertThat(program.endsWithin(A_MOMENT)).isFalse();
            opened.countDown();
            assertThat(program.finish()).last().isEqualTo(fixture.served(USER));
        }
    }

    /** Takes as long as it says, and only runs with {@code -Dprocesses.hang=true}. */
    @ParameterizedTest
    @EnumSource(names = {"RETURN", "EXIT"})
    @EnabledIfSystemProperty(named = "processes.hang", matches = "true")
    void t20_theEndWaitsTenSecondsAtMostForARefreshThatHangs(End end) throws InterruptedException {
        try (ChildJvm program = endingWhileTheRefreshIsHeldBack(end)) {
            long began = System.nanoTime();
            program.finish();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            System.out.println(end + " took " + took + " ms");
            // With time to end on a busy machine; a second wait after the first would make it twenty seconds.
            assertThat(took).isBetween(8_000L, 17_000L);
        }
    }

    @Test
    void t20_aClosedClientLeavesNoThreadAndNoShutdownHook() throws InterruptedException {
        opened.countDown();
        try (ChildJvm program = started(End.CLOSE)) {
            fixture.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
            program.writeLine("");
            assertThat(program.finish()).containsExactly("called", "threads [], hooks []");
        }
        assertThat(fixture.stored(USER)).isEqualTo(fixture.served(USER));
    }

    @Test
    void t20_aGuardThatIsClosedWhileARequestIsUnderWayLeavesNothingEither() {
        try (ChildJvm program = ChildJvm.startWithOptions(Leftovers.OPTIONS, Leftovers.class)) {
            assertThat(program.finish())
                    .containsExactly("hooks [digi.me exit]", "threads [], hooks []", "threads [], hooks []");
        }
    }

    /** The program as it ends, with its refresh sent and no response yet. */
    private ChildJvm endingWhileTheRefreshIsHeldBack(End end) throws InterruptedException {
        ChildJvm program = started(end);
        arrived.await();
        program.writeLine("");
        assertThat(program.readLine()).isEqualTo("ending");
        return program;
    }

    private ChildJvm started(End end) {
        ChildJvm program = ChildJvm.startWithOptions(
                Leftovers.OPTIONS,
                EndingProgram.class,
                fixture.arguments(
                        relay.url(), USER, fixture.sandbox.clock().instant().toString(), end.name()));
        assertThat(program.readLine()).isEqualTo("called");
        return program;
    }

    private MockResponse pass(RecordedRequest request, Supplier<MockResponse> onward) {
        if (String.valueOf(request.getPath()).endsWith("/oauth/token")) {
            arrived.countDown();
            Gate.await(opened);
        }
        return onward.get();
    }
}
