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
 * The HTTP settings of a client, with its clocks and random source.
 *
 * @param httpClient whose proxy, TLS, interceptors and dispatcher are kept, or null
 * @param logger called for each attempt, or null
 * @param observations notifies the application's observer
 * @param ticker monotonic time in nanoseconds
 * @param random returns numbers from 0 to 1, excluding 1
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
     * Timeouts.
     *
     * @param connect to connect
     * @param read between bytes of a response
     * @param write between bytes of a request
     * @param call for a call with its waits and retries, excluding the content of files
     * @param stall in total, while the content of a file is read
     */
    public record Timeouts(Duration connect, Duration read, Duration write, Duration call, Duration stall) {
        private static final Duration MAX_TOKEN_CALL = Duration.ofSeconds(30);

        /** For a call that others wait for, or that holds a refresh lease. */
        public Duration tokenCall() {
            return call.compareTo(MAX_TOKEN_CALL) < 0 ? call : MAX_TOKEN_CALL;
        }
    }
}
