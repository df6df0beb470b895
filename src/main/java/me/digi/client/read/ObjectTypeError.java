package me.digi.client.read;

import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why an account's objects of one type are missing.
 *
 * @param objectType the id of the type; null if the service sent none
 * @param error null if the service sent none
 */
public record ObjectTypeError(
        @Nullable Long objectType, @Nullable Details error) {
    /**
     * What went wrong. Parts that the service did not send are null.
     *
     * @param statusCode the status of the code
     * @param message for developers
     */
    public record Details(
            @Nullable ErrorCode code,
            @Nullable Long statusCode,
            @Nullable String message) {}
}
