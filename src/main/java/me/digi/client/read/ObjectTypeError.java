package me.digi.client.read;

import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why an account's objects of one kind are not all there. A part that the service did not send as described is null.
 *
 * @param objectType the id of the kind of object
 * @param code the service's name for the error
 * @param statusCode the status that the code stands for
 * @param message the service's explanation, meant for developers
 */
public record ObjectTypeError(
        @Nullable Long objectType,
        @Nullable ErrorCode code,
        @Nullable Long statusCode,
        @Nullable String message) {}
