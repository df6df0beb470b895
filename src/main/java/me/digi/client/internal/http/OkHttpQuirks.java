package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What OkHttp has no API for. A test shows each on a bare OkHttp, and fails when a version of it behaves otherwise. */
final class OkHttpQuirks {
    private static final String RETRY_AFTER = "Retry-After";

    /** Where the server's value is while OkHttp sees another. */
    private static final String HIDDEN_RETRY_AFTER = "X-Hidden-Retry-After";

    /** OkHttp does not resend by itself where a pause is asked for. */
    private static final String SOME_PAUSE = "1";

    private OkHttpQuirks() {}

    /**
     * The same response, its {@code Retry-After} hidden from OkHttp, which resends by itself after a 408, and after a 503
     * with {@code Retry-After: 0}: it does not know the application's limit.
     */
    static Response withoutResending(Response response) {
        if (response.code() != 408 && response.code() != 503) {
            return response;
        }
        String value = response.header(RETRY_AFTER);
        return response.newBuilder()
                .header(RETRY_AFTER, SOME_PAUSE)
                .header(HIDDEN_RETRY_AFTER, value != null && isPrintable(value) ? value : "")
                .build();
    }

    /** OkHttp reads headers with any characters, and sets none with others than these. */
    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** The value that the server sent; empty if it was hidden, and cannot be one. */
    static @Nullable String retryAfter(Headers headers) {
        String hidden = headers.get(HIDDEN_RETRY_AFTER);
        return hidden != null ? hidden : headers.get(RETRY_AFTER);
    }

    /** Whether the thread that makes the call was interrupted, which OkHttp reports like a timeout. */
    static boolean isInterruption(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("interrupted");
    }

    /** Whether fewer bytes came than the length of the response promised. */
    static boolean isCut(IOException failure) {
        return String.valueOf(failure.getMessage()).startsWith("unexpected end of stream");
    }
}
