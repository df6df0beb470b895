package me.digi.client.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No response came. Whether the service has seen the request is what matters for what to do next: one that was
 * {@linkplain #requestMayHaveArrived() surely not sent} can be sent again without harm.
 */
public final class NetworkException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    public enum Kind {
        /** There was no connection, or no content to send: the service has not received the request. */
        NOT_SENT("could not be sent"),
        /** The connection broke after the request, or a part of it, was sent. */
        NO_RESPONSE("no response"),
        /** A timeout ended the wait. */
        TIMED_OUT("timed out"),
        /** The calling thread was interrupted, or the call was cancelled. */
        INTERRUPTED("was interrupted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String operation;
    private final Kind kind;
    private final boolean requestMayHaveArrived;

    private NetworkException(String operation, Kind kind, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        this(operation, kind, requestMayHaveArrived, message(operation, kind, requestMayHaveArrived), cause);
    }

    private NetworkException(
            String operation, Kind kind, boolean requestMayHaveArrived, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.kind = kind;
        this.requestMayHaveArrived = requestMayHaveArrived;
    }

    /** The request never left. */
    public static NetworkException notSent(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NOT_SENT, false, cause);
    }

    /** The application's content failed, or is not as long as it said: the service has not received all of the request. */
    public static NetworkException contentFailed(String operation, Throwable cause) {
        Objects.requireNonNull(operation, "operation");
        return new NetworkException(
                operation, Kind.NOT_SENT, false, operation + " " + Kind.NOT_SENT.words + ": the content failed", cause);
    }

    /** The request, or a part of it, left, and nothing came back. */
    public static NetworkException noResponse(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NO_RESPONSE, true, cause);
    }

    /** The response began to arrive and broke off: of the kind {@link Kind#NO_RESPONSE}. */
    public static NetworkException responseBrokeOff(String operation, @Nullable Throwable cause) {
        Objects.requireNonNull(operation, "operation");
        return new NetworkException(
                operation, Kind.NO_RESPONSE, true, "the response to " + operation + " broke off", cause);
    }

    /** A timeout ended the wait, before or after the request left. */
    public static NetworkException timedOut(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.TIMED_OUT, requestMayHaveArrived, cause);
    }

    /** An interruption ended the wait, before or after the request left. */
    public static NetworkException interrupted(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.INTERRUPTED, requestMayHaveArrived, cause);
    }

    /** The operation, as {@code api-spec} names it, such as {@code refreshToken}. */
    public String operation() {
        return operation;
    }

    /** What became of the request. */
    public Kind kind() {
        return kind;
    }

    /** Whether the service may have acted on the request, though no response says so. */
    public boolean requestMayHaveArrived() {
        return requestMayHaveArrived;
    }

    private static String message(String operation, Kind kind, boolean requestMayHaveArrived) {
        Objects.requireNonNull(operation, "operation");
        if (kind == Kind.NO_RESPONSE) {
            return "no response to " + operation + " (the request was sent)";
        }
        if (kind == Kind.NOT_SENT) {
            return operation + " " + kind.words;
        }
        return operation + " " + kind.words + (requestMayHaveArrived ? " after it was sent" : " before it was sent");
    }
}
