package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.internal.token.SingleFlight.Boarding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The slot of a flight: taken by one, and free again whatever befalls the flight. */
class SingleFlightTest {
    private final Queue<Runnable> handedOver = new ArrayDeque<>();

    static List<Throwable> refusals() {
        return List.of(
                new RejectedExecutionException("closed"),
                new OutOfMemoryError("unable to create native thread"),
                new IllegalStateException("an executor's own trouble"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anExecutorThatRefusesLeavesTheSlotFree(Throwable refusal) throws Exception {
        Queue<Throwable> refusals = new ArrayDeque<>(List.of(refusal));
        SingleFlight<String> flights = new SingleFlight<>(work -> {
            if (!refusals.isEmpty()) {
                throw SingleFlightTest.<RuntimeException>sneaky(refusals.remove());
            }
            work.run();
        });
        Boarding<String> refused = flights.joinOrStart(() -> "never");
        assertThat(refused.started()).isTrue();
        assertFailsWith(refused.outcome(), refusal);
        Boarding<String> next = flights.joinOrStart(() -> "landed");
        assertThat(next.started()).isTrue();
        assertThat(next.outcome().get()).isEqualTo("landed");
    }

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("unforeseen"),
                new AssertionError("impossible"),
                new StackOverflowError(),
                new IOException("checked"),
                new InterruptedException("closed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFlightThatThrowsLeavesTheSlotFreeAndTellsAllWhoWait(Throwable failure) throws Exception {
        SingleFlight<String> flights = new SingleFlight<>(handedOver::add);
        Boarding<String> first = flights.joinOrStart(() -> {
            throw SingleFlightTest.<Exception>sneaky(failure);
        });
        Boarding<String> second = flights.joinOrStart(() -> "never");
        assertThat(first.started()).isTrue();
        assertThat(second.started()).isFalse();
        fly();
        assertFailsWith(first.outcome(), failure);
        assertFailsWith(second.outcome(), failure);
        Boarding<String> next = flights.joinOrStart(() -> "landed");
        assertThat(next.started()).isTrue();
        fly();
        assertThat(next.outcome().get()).isEqualTo("landed");
        assertThat(handedOver).isEmpty();
    }

    /** Or else a caller whom an outcome does not help would board the flight that it has come from, for ever. */
    @Test
    void whoHasTheOutcomeFindsTheSlotFree() {
        SingleFlight<String> flights = new SingleFlight<>(handedOver::add);
        CompletableFuture<Boolean> startedAfterLanding = flights.joinOrStart(() -> "landed")
                .outcome()
                .thenApply(landed -> flights.joinOrStart(() -> "next").started());
        CompletableFuture<Boolean> startedAfterCrash = flights.joinOrStart(() -> "joined")
                .outcome()
                .thenApply(landed -> flights.joinOrStart(() -> "never").started());
        fly();
        assertThat(startedAfterLanding.join() ^ startedAfterCrash.join())
                .as("one started the next flight, the other joined it")
                .isTrue();
        assertThat(handedOver).hasSize(1);
    }

    /** An executor that throws after it has run the work, as one that runs it on the caller's thread may. */
    @Test
    void anExecutorThatRunsAndThenThrowsDoesNotEndTheNextFlight() throws Exception {
        AtomicReference<SingleFlight<String>> flights = new AtomicReference<>();
        AtomicReference<Boarding<String>> next = new AtomicReference<>();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Executor executor = work -> {
            if (isFirst.getAndSet(false)) {
                work.run();
                next.set(flights.get().joinOrStart(() -> "next"));
                throw new RejectedExecutionException("too late");
            }
            handedOver.add(work);
        };
        flights.set(new SingleFlight<>(executor));
        CompletableFuture<String> first =
                flights.get().joinOrStart(() -> "landed").outcome();
        assertThat(first.get()).isEqualTo("landed");
        assertThat(flights.get().joinOrStart(() -> "never").outcome())
                .isSameAs(next.get().outcome());
    }

    private void fly() {
        handedOver.remove().run();
    }

    private static void assertFailsWith(CompletableFuture<String> outcome, Throwable failure) {
        assertThatThrownBy(outcome::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
