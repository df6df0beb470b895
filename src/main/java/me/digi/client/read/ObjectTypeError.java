package me.digi.client.read;

import java.util.Objects;
import me.digi.client.error.ErrorCode;

/**
 * Why an account's objects of one kind are not all there.
 *
 * @param objectType the id of the kind of object
 * @param code the service's name for the error
 * @param statusCode the status that the code stands for
 * @param message the service's explanation, meant for developers
 */
public record ObjectTypeError(long objectType, ErrorCode code, long statusCode, String message) {
    /** Wants a code and a message. */
    public ObjectTypeError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
