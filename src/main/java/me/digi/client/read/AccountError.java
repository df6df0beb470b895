package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why data of an account is missing.
 *
 * <pre>{@code
 * files.list().accounts().forEach((accountId, sync) -> {
 *     if (sync.error() != null && sync.error().needsReauthorization()) { … have the user reauthorize the account … }
 * });
 * }</pre>
 *
 * @param needsReauthorization whether the source denies digi.me access until the user reauthorizes the account: the
 *     service sent {@code reauth}, the code {@code ServiceAuthorizationError} or status 511. If false, the service has
 *     a problem with the source
 * @param code null if the service sent none
 * @param statusCode the status of the code; null if the service sent none
 * @param message for developers; null if the service sent none
 * @param retryAfter when to retry; null if the service sent no time. Sent in milliseconds since 1970, according to the
 *     official iOS SDK
 * @param objectTypeErrors errors of single object types; if empty, the error affects the whole account
 */
public record AccountError(
        boolean needsReauthorization,
        @Nullable ErrorCode code,
        @Nullable Long statusCode,
        @Nullable String message,
        @Nullable Instant retryAfter,
        List<ObjectTypeError> objectTypeErrors) {
    private static final long SERVICE_AUTHORIZATION_ERROR = 511;

    public AccountError {
        needsReauthorization |= ErrorCode.SERVICE_AUTHORIZATION_ERROR.equals(code)
                || Long.valueOf(SERVICE_AUTHORIZATION_ERROR).equals(statusCode);
        objectTypeErrors = List.copyOf(objectTypeErrors);
    }
}
