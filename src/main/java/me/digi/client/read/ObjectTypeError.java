package me.digi.client.read;

import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why an account's objects of one type are missing.
 *
 * @param objectType the id of the type; null if the service sent none
 * @param code null if the service sent none
 * @param statusCode the status of the code; null if the service sent none
 * @param message for developers; null if the service sent none
 */
public record ObjectTypeError(
        @Nullable Long objectType,
        @Nullable ErrorCode code,
        @Nullable Long statusCode,
        @Nullable String message) {}
