package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/** No response arrived. A request that {@linkplain #requestMayHaveArrived() did not arrive} is safe to repeat. */
public final class NetworkException extends RequestException {
    private static final long serialVersionUID = 1L;

    /** How the request ended. */
    public enum Kind {
        /** No connection, or no content to send: digi.me has not received the whole request. */
        NOT_SENT,
        /** The connection broke after some or all of the request was sent. */
        NO_RESPONSE,
        TIMED_OUT,
        /** The calling thread was interrupted, or the call was cancelled. */
        INTERRUPTED
    }

    private final Kind kind;
    private final boolean requestMayHaveArrived;

    private NetworkException(
            String operation, Kind kind, boolean requestMayHaveArrived, String message, @Nullable Throwable cause) {
        super(operation, message, cause);
        this.kind = kind;
        this.requestMayHaveArrived = requestMayHaveArrived;
    }

    public static NetworkException notSent(String operation, @Nullable Throwable cause) {
        return new NetworkException(operation, Kind.NOT_SENT, false, operation + " could not be sent", cause);
    }

    /** Of kind {@link Kind#NOT_SENT}: the application's content failed, or its length is not the declared one. */
    public static NetworkException contentFailed(String operation, @Nullable Throwable cause) {
        return new NetworkException(
                operation, Kind.NOT_SENT, false, operation + " could not be sent: the content failed", cause);
    }

    /** Some or all of the request was sent. */
    public static NetworkException noResponse(String operation, @Nullable Throwable cause) {
        return new NetworkException(
                operation, Kind.NO_RESPONSE, true, "no response to " + operation + " (the request was sent)", cause);
    }

    /** Of kind {@link Kind#NO_RESPONSE}: the response started and broke off. */
    public static NetworkException responseBrokeOff(String operation, @Nullable Throwable cause) {
        return new NetworkException(
                operation, Kind.NO_RESPONSE, true, "the response to " + operation + " broke off", cause);
    }

    public static NetworkException timedOut(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        String message = operation + " timed out" + when(requestMayHaveArrived);
        return new NetworkException(operation, Kind.TIMED_OUT, requestMayHaveArrived, message, cause);
    }

    public static NetworkException interrupted(
            String operation, boolean requestMayHaveArrived, @Nullable Throwable cause) {
        String message = operation + " was interrupted" + when(requestMayHaveArrived);
        return new NetworkException(operation, Kind.INTERRUPTED, requestMayHaveArrived, message, cause);
    }

    private static String when(boolean requestMayHaveArrived) {
        return requestMayHaveArrived ? " after it was sent" : " before it was sent";
    }

    public Kind kind() {
        return kind;
    }

    /** Whether digi.me may have acted on the request. */
    public boolean requestMayHaveArrived() {
        return requestMayHaveArrived;
    }
}
