package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why not all data of an account is there.
 *
 * <pre>{@code
 * files.list().accounts().forEach((accountId, sync) -> {
 *     if (sync.error() != null && sync.error().needsReauthorization()) { … have the user reauthorize the account … }
 * });
 * }</pre>
 *
 * @param needsReauthorization whether the source no longer lets digi.me in, so that the user has to reauthorize the account
 *     before its data can be fetched again. The service says so by {@code reauth}, by the code
 *     {@code ServiceAuthorizationError} or by the status 511. Otherwise the service has a problem with the source
 * @param code the service's name for the error; null if it sent none
 * @param statusCode the status that the code stands for; null if the service sent none
 * @param message the service's explanation, for developers; null if it sent none
 * @param retryAfter when to try again; null if the service sent no time. In milliseconds since 1970, as the official iOS SDK
 *     reads it
 * @param objectTypeErrors the errors of single kinds of object; if empty, the error is about the whole account
 */
public record AccountError(
        boolean needsReauthorization,
        @Nullable ErrorCode code,
        @Nullable Long statusCode,
        @Nullable String message,
        @Nullable Instant retryAfter,
        List<ObjectTypeError> objectTypeErrors) {
    /** Copies the list. */
    public AccountError {
        objectTypeErrors = List.copyOf(objectTypeErrors);
    }
}
