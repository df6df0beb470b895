package me.digi.client.error;

import java.time.Duration;
import me.digi.client.internal.io.OneLine;
import me.digi.client.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * digi.me responded with an error.
 *
 * <pre>{@code
 * } catch (ApiException e) {
 *     if (ErrorCode.INVALID_REDIRECT_URI.equals(e.code())) { … register the redirect URI in the contract … }
 *     if (e.isRetryable()) { … later, not before e.retryAfter() … }
 *     log.warn("digi.me failed, reference {}", e.reference(), e);
 * }
 * }</pre>
 */
public final class ApiException extends RequestException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable ErrorCode code;
    private final @Nullable String serverMessage;
    private final @Nullable String reference;
    private final @Nullable Duration retryAfter;

    public ApiException(
            String operation,
            int status,
            @Nullable ErrorCode code,
            @Nullable String serverMessage,
            @Nullable String reference,
            @Nullable Duration retryAfter) {
        super(
                operation,
                operation + " failed: HTTP " + status
                        + part(" ", code == null ? null : code.value(), "")
                        + part(": ", serverMessage, "")
                        + part(" (reference ", reference, ")"),
                null);
        this.status = status;
        this.code = code;
        this.serverMessage = serverMessage;
        this.reference = reference;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** digi.me's error code, or null. */
    public @Nullable ErrorCode code() {
        return code;
    }

    /** digi.me's explanation on one line, for developers, or null. */
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** Identifies this error to digi.me's support, or null. */
    public @Nullable String reference() {
        return reference;
    }

    /** Whether the same call can succeed later. */
    public boolean isRetryable() {
        return retryAfter != null || RetryPolicy.defaults().statuses().contains(status);
    }

    /** How long to wait, counted from the response, or null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    private static String part(String before, @Nullable String text, String after) {
        return text == null ? "" : before + OneLine.of(text) + after;
    }
}
