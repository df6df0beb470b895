package me.digi.client.error;

import java.time.Duration;
import me.digi.client.internal.values.OneLine;
import me.digi.client.internal.values.TransientStatuses;
import org.jspecify.annotations.Nullable;

/**
 * The service answered, and refused.
 *
 * <pre>{@code
 * } catch (ApiException e) {
 *     if (ErrorCode.INVALID_REDIRECT_URI.equals(e.code())) { … register the callback in the contract … }
 *     if (e.isRetryable()) { … later, not before e.retryAfter() … }
 *     log.warn("digi.me refused, reference {}", e.reference(), e);
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

    /** What an answer's status, error body and headers said; what none of them said is {@code null}. */
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

    /** What was asked for, in the words of the API's description, such as {@code authorize}. */
    public String operation() {
        return operation;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The service's name for the error, if the answer had one. */
    public @Nullable ErrorCode code() {
        return code;
    }

    /** The service's explanation on one line, if the answer had one. It is meant for developers. */
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** What digi.me's support finds this very error by, if the answer had one. */
    public @Nullable String reference() {
        return reference;
    }

    /** Whether the same call can succeed later without anybody changing anything. */
    public boolean isRetryable() {
        return retryAfter != null || TransientStatuses.ALL.contains(status);
    }

    /** How long the service asks to be left alone, counted from its answer, if it does. */
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
                new StringBuilder(operation).append(" was refused with ").append(status);
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
