package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import me.digi.client.Environment;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.retry.RetryPolicy;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the application chose about HTTP, and where time, chance and waiting come from.
 *
 * @param httpClient a client whose proxy, TLS, interceptors and dispatcher are kept, if any
 * @param logger hears of each attempt, if any
 * @param observations tells the application's observer
 * @param ticker the monotonic time in nanoseconds: every pause is counted by it
 * @param random from 0 up to but not including 1
 */
public record HttpSettings(
        Environment environment,
        Timeouts timeouts,
        RetryPolicy retryPolicy,
        Clock clock,
        LongSupplier ticker,
        Sleeper sleeper,
        DoubleSupplier random,
        @Nullable OkHttpClient httpClient,
        @Nullable RequestLogger logger,
        Observations observations) {

    /**
     * How long to wait at most.
     *
     * @param connect for a connection
     * @param read between two bytes of a response
     * @param write between two bytes of a request
     * @param call for a whole call with its waits and retries, but for the content of files
     * @param stall in all, while the content of a file is read
     */
    public record Timeouts(Duration connect, Duration read, Duration write, Duration call, Duration stall) {
        private static final Duration LONGEST_TOKEN_CALL = Duration.ofSeconds(30);

        /** For a whole call that others wait for, or that holds the lease of a refresh. */
        public Duration tokenCall() {
            return call.compareTo(LONGEST_TOKEN_CALL) < 0 ? call : LONGEST_TOKEN_CALL;
        }
    }
}
