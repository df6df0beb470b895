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
public final class ApiException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
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
        super(message(operation, status, code, serverMessage, reference), null);
        this.operation = operation;
        this.status = status;
        this.code = code;
        this.serverMessage = serverMessage;
        this.reference = reference;
        this.retryAfter = retryAfter;
    }

    /** The operation id in {@code api-spec/digime.yaml}, such as {@code listAccounts}. */
    public String operation() {
        return operation;
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

    private static String message(
            String operation,
            int status,
            @Nullable ErrorCode code,
            @Nullable String serverMessage,
            @Nullable String reference) {
        StringBuilder message =
                new StringBuilder(operation).append(" failed: HTTP ").append(status);
        if (code != null) {
            message.append(' ').append(OneLine.of(code.value()));
        }
        if (serverMessage != null) {
            message.append(": ").append(OneLine.of(serverMessage));
        }
        if (reference != null) {
            message.append(" (reference ").append(OneLine.of(reference)).append(')');
        }
        return message.toString();
    }
}
