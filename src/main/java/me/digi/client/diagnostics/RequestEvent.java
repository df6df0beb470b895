package me.digi.client.diagnostics;

import java.time.Duration;
import java.util.regex.Pattern;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import org.jspecify.annotations.Nullable;

/**
 * A completed HTTP request. Safe to log: no headers, body, query or filled-in path, hence no secrets. For tests, use
 * {@code SandboxValues.requestEvent} of the sandbox jar.
 *
 * @param operation the operation id in {@code api-spec/digime.yaml}, such as {@code authorize}
 * @param method the HTTP method
 * @param pathTemplate the path with unfilled variables, such as <code>permission-access/query/{sessionKey}</code>
 * @param attempt from 1
 * @param status the HTTP status, or null without a response
 * @param code digi.me's error code, or null
 * @param reference identifies the request to digi.me's support, or null; from an error's body or headers, or a
 *     success's {@code X-Error-Reference}
 * @param duration from the start of the request to the end of the response; for streamed content, to its headers
 * @param failure why there was no response, or null
 */
public record RequestEvent(
        String operation,
        String method,
        String pathTemplate,
        int attempt,
        @Nullable Integer status,
        @Nullable ErrorCode code,
        @Nullable String reference,
        Duration duration,
        NetworkException.@Nullable Kind failure) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    /** A segment of a filled-in path, such as a session key, is longer or has other characters. */
    private static final Pattern PATH_TEMPLATE =
            Pattern.compile("(([A-Za-z][A-Za-z0-9.:-]{0,23}|(\\{[A-Za-z]{1,24}})+)(/(?!$)|$))+");

    /**
     * Rejects values that may contain a secret.
     *
     * @throws IllegalArgumentException if a name or the path may contain a secret, {@code attempt} is below 1, or
     *     {@code duration} is negative
     */
    public RequestEvent {
        check("operation", operation, NAME);
        check("method", method, NAME);
        check("pathTemplate", pathTemplate, PATH_TEMPLATE);
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be 1 or more: " + attempt);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative: " + duration);
        }
    }

    /** Does not show the value, which may be a secret. */
    private static void check(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must match " + allowed.pattern());
        }
    }
}
