package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import okhttp3.Headers;

/** The header {@code Retry-After}. */
public final class RetryAfterFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T21:00:00Z"), ZoneOffset.UTC);
    private static final Outcome OUTCOME = Outcome.always();

    private RetryAfterFuzz() {}

    /** Reads the input as the header's value; whatever it is, that is no error. */
    public static void fuzzerTestOneInput(byte[] input) {
        String value = FuzzInput.text(input).replaceAll("[^\\x20-\\x7E]", " ");
        Duration wait = OUTCOME.of(() -> RetryAfter.of(Headers.of("Retry-After", value), CLOCK));
        Outcome.require(wait == null || !wait.isNegative(), "no wait is negative");
    }

    /** The case H7. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .texts(
                        "120",
                        "0",
                        "-1",
                        "1.5",
                        "999999999",
                        "9".repeat(100),
                        "Wed, 25 Nov 2026 21:11:55 GMT",
                        "Wednesday, 25-Nov-26 21:11:55 GMT",
                        "Wed Nov  4 21:11:55 2026",
                        "wed, 25 nov 9999 21:11:55 +0530",
                        "")
                .all();
    }
}
