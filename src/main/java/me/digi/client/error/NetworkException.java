package me.digi.client.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No answer came. Whether the service has seen the request is what matters for what to do next: one that was
 * {@linkplain #requestMayHaveArrived() surely not sent} can be sent again without harm.
 */
public final class NetworkException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    public enum Kind {
        /** There was no connection, or no content to send: the service has not received the request. */
        NOT_SENT("could not be sent"),
        /** The connection broke after the request, or a part of it, was sent. */
        NO_ANSWER("was sent, and got no answer"),
        /** A time-out ended the wait. */
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
    public static NetworkException noAnswer(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NO_ANSWER, true, cause);
    }

    /** The answer began to come, and broke off: of the kind {@link Kind#NO_ANSWER}, for it is as good as none. */
    public static NetworkException answerBrokeOff(String operation, @Nullable Throwable cause) {
        Objects.requireNonNull(operation, "operation");
        return new NetworkException(
                operation, Kind.NO_ANSWER, true, operation + " broke off in the middle of its answer", cause);
    }

    /** A time-out ended the wait, before or after the request left. */
    public static NetworkException timedOut(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.TIMED_OUT, requestMayHaveArrived, cause);
    }

    /** An interruption ended the wait, before or after the request left. */
    public static NetworkException interrupted(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.INTERRUPTED, requestMayHaveArrived, cause);
    }

    /** What was asked for, in the words of the API's description, such as {@code token}. */
    public String operation() {
        return operation;
    }

    /** What became of the request. */
    public Kind kind() {
        return kind;
    }

    /** Whether the service may have acted on the request, though no answer says so. */
    public boolean requestMayHaveArrived() {
        return requestMayHaveArrived;
    }

    private static String message(String operation, Kind kind, boolean requestMayHaveArrived) {
        Objects.requireNonNull(operation, "operation");
        if (kind == Kind.NOT_SENT || kind == Kind.NO_ANSWER) {
            return operation + " " + kind.words;
        }
        return operation + " " + kind.words + (requestMayHaveArrived ? " after it was sent" : " before it was sent");
    }
}
