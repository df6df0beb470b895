package me.digi.client.diagnostics;

import java.time.Duration;
import java.util.regex.Pattern;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and how it ended. It has no headers, body, query or filled-in path, and so no secrets: all of it may be
 * logged. {@code SandboxValues.requestEvent} in the sandbox jar makes events for tests.
 *
 * @param operation the operation, as {@code api-spec} names it, such as {@code authorize}
 * @param method the HTTP method, such as {@code POST}
 * @param pathTemplate the path with its variables unfilled, such as <code>permission-access/query/{sessionKey}</code>
 * @param attempt the number of the attempt, from 1
 * @param status the HTTP status, if there was a response
 * @param code digi.me's error code, if it sent one
 * @param reference the reference by which digi.me's support finds the request, if it sent one: of an error in its body or
 *     headers, of a success in the header {@code X-Error-Reference}
 * @param duration from the start of the request to the end of its response; for streamed content, to the response's headers
 * @param failure why there was no response, if there was none
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
    /** A part of a filled-in path, such as a session key, is longer or of other characters. */
    private static final Pattern PATH_TEMPLATE =
            Pattern.compile("(([A-Za-z][A-Za-z0-9.:-]{0,23}|(\\{[A-Za-z]{1,24}})+)(/(?!$)|$))+");

    /** Rejects a name or path that may hold a secret, an attempt below 1 and a negative duration. */
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

    /** The message does not show the value, which may be a secret. */
    private static void check(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must match " + allowed.pattern());
        }
    }
}
