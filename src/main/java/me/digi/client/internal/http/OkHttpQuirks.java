package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Depends on behavior of OkHttp that has no API. A test covers each on plain OkHttp, and fails when a version behaves
 * differently.
 */
final class OkHttpQuirks {
    private static final String RETRY_AFTER = "Retry-After";

    /** The server's value while OkHttp sees another. */
    private static final String HIDDEN_RETRY_AFTER = "X-Hidden-Retry-After";

    /** OkHttp does not resend when it must wait. */
    private static final String SOME_PAUSE = "1";

    private OkHttpQuirks() {}

    /**
     * Hides {@code Retry-After} from OkHttp, which resends after a 408, and after a 503 with {@code Retry-After: 0},
     * whatever the application's retry limit.
     */
    static Response withoutResend(Response response) {
        if (response.code() != 408 && response.code() != 503) {
            return response;
        }
        String value = response.header(RETRY_AFTER);
        return response.newBuilder()
                .header(RETRY_AFTER, SOME_PAUSE)
                .header(HIDDEN_RETRY_AFTER, value != null && isPrintable(value) ? value : "")
                .build();
    }

    /** OkHttp reads other characters in headers, but does not set them. */
    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** The server's value; empty if it was hidden and not printable. */
    static @Nullable String retryAfter(Headers headers) {
        String hidden = headers.get(HIDDEN_RETRY_AFTER);
        return hidden != null ? hidden : headers.get(RETRY_AFTER);
    }

    /** Whether the thread was interrupted, which OkHttp reports like a timeout. */
    static boolean isInterruption(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("interrupted");
    }

    /** Whether the response was shorter than its {@code Content-Length}. */
    static boolean isTruncation(IOException failure) {
        return String.valueOf(failure.getMessage()).startsWith("unexpected end of stream");
    }

    /** Whether HTTP/2 reports that the request was not processed and may be repeated (RFC 9113, 8.7). */
    static boolean isUnprocessed(IOException failure) {
        return "stream was reset: REFUSED_STREAM".equals(failure.getMessage());
    }
}
