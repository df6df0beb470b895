package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import me.digi.client.internal.http.Futures;
import me.digi.client.internal.io.Host;

/** Runs work once for all concurrent callers with the same key. Safe for use by many threads. */
final class SingleFlight<K, T> {
    private final Map<K, CompletableFuture<T>> current = new ConcurrentHashMap<>();

    /** Runs the work on the first caller's thread; others wait up to the timeout. */
    T get(K key, Supplier<T> work, Host host, Duration timeout, String operation) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> other = current.putIfAbsent(key, mine);
        if (other != null) {
            return Futures.await(other, host, timeout, operation);
        }
        try {
            T result = work.get();
            current.remove(key);
            mine.complete(result);
            return result;
        } catch (Throwable e) {
            current.remove(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
