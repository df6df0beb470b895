package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import me.digi.client.internal.http.Futures;
import me.digi.client.internal.io.Host;
import org.jspecify.annotations.Nullable;

/** Runs work once for all concurrent callers. Safe for use by many threads. */
public final class SingleFlight<T> {
    private final AtomicReference<@Nullable CompletableFuture<T>> current = new AtomicReference<>();

    /** Runs the work on the first caller's thread; others wait up to the timeout. */
    public T get(Supplier<T> work, Host host, Duration timeout, String operation) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> other;
        do {
            other = current.get();
            if (other != null) {
                return Futures.await(other, host, timeout, operation);
            }
        } while (!current.compareAndSet(null, mine));
        try {
            T result = work.get();
            current.set(null);
            mine.complete(result);
            return result;
        } catch (Throwable e) {
            current.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
