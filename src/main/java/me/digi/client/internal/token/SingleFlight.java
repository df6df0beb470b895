package me.digi.client.internal.token;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work at a time, shared by all who ask for it meanwhile. The work belongs to none of them: whoever stops
 * waiting leaves it running. Whatever becomes of it, the slot is free again before anyone hears of the outcome.
 */
final class SingleFlight<T> {
    private final Executor executor;
    private final AtomicReference<@Nullable CompletableFuture<T>> flight = new AtomicReference<>();

    SingleFlight(Executor executor) {
        this.executor = executor;
    }

    /** The flight under way, or else a new one that does this work. */
    Boarding<T> joinOrStart(Callable<T> work) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> underWay;
        do {
            underWay = flight.get();
            if (underWay != null) {
                return new Boarding<>(underWay, false);
            }
        } while (!flight.compareAndSet(null, mine));
        try {
            executor.execute(() -> fly(mine, work));
        } catch (RuntimeException | Error refused) {
            land(mine);
            mine.completeExceptionally(refused);
        }
        return new Boarding<>(mine, true);
    }

    private void fly(CompletableFuture<T> mine, Callable<T> work) {
        try {
            T result = work.call();
            land(mine);
            mine.complete(result);
        } catch (Throwable failure) {
            // Handed on to everyone who waits: they tell errors from exceptions.
            land(mine);
            mine.completeExceptionally(failure);
        }
    }

    private void land(CompletableFuture<T> mine) {
        flight.compareAndSet(mine, null);
    }

    /**
     * A place on a flight.
     *
     * @param outcome becomes the flight's outcome; completing or cancelling it would be felt by all, so nobody may
     * @param started whether this caller set the flight off
     */
    record Boarding<T>(CompletableFuture<T> outcome, boolean started) {}
}
