package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import me.digi.client.internal.http.Waiting;
import me.digi.client.internal.io.Host;
import org.jspecify.annotations.Nullable;

/** Work that is done once for all who ask for it while it is under way. Safe for use by many threads. */
public final class SharedWork<T> {
    private final AtomicReference<@Nullable CompletableFuture<T>> underWay = new AtomicReference<>();

    /** The result of the work, which runs on the thread of the first caller; the others wait for it that long at most. */
    public T get(Supplier<T> work, Host host, Duration patience, String operation) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> other;
        do {
            other = underWay.get();
            if (other != null) {
                return Waiting.on(other, host, patience, operation);
            }
        } while (!underWay.compareAndSet(null, mine));
        try {
            T result = work.get();
            underWay.set(null);
            mine.complete(result);
            return result;
        } catch (Throwable e) {
            underWay.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
