package me.digi.client.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No response arrived. A request that {@linkplain #requestMayHaveArrived() did not arrive} is safe to repeat. */
public final class NetworkException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** How the request ended. */
    public enum Kind {
        /** No connection, or no content to send: digi.me has not received the whole request. */
        NOT_SENT("could not be sent"),
        /** The connection broke after some or all of the request was sent. */
        NO_RESPONSE("no response"),
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

    public static NetworkException notSent(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NOT_SENT, false, cause);
    }

    /** Of kind {@link Kind#NOT_SENT}: the application's content failed, or its length is not the declared one. */
    public static NetworkException contentFailed(String operation, Throwable cause) {
        Objects.requireNonNull(operation, "operation");
        return new NetworkException(
                operation, Kind.NOT_SENT, false, operation + " " + Kind.NOT_SENT.words + ": the content failed", cause);
    }

    /** Some or all of the request was sent. */
    public static NetworkException noResponse(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NO_RESPONSE, true, cause);
    }

    /** Of kind {@link Kind#NO_RESPONSE}: the response started and broke off. */
    public static NetworkException responseBrokeOff(String operation, @Nullable Throwable cause) {
        Objects.requireNonNull(operation, "operation");
        return new NetworkException(
                operation, Kind.NO_RESPONSE, true, "the response to " + operation + " broke off", cause);
    }

    public static NetworkException timedOut(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.TIMED_OUT, requestMayHaveArrived, cause);
    }

    public static NetworkException interrupted(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.INTERRUPTED, requestMayHaveArrived, cause);
    }

    /** The operation id in {@code api-spec/digime.yaml}, such as {@code refreshToken}. */
    public String operation() {
        return operation;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether digi.me may have acted on the request. */
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
