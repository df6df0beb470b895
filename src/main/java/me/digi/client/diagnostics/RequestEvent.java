package me.digi.client.diagnostics;

import java.time.Duration;
import java.util.regex.Pattern;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and how it ended. It has no headers, body, query or filled-in path, and so no secrets: all of it may be
 * logged.
 */
@Value.Immutable
@ValueStyle
public abstract class RequestEvent {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    /** A part of a filled-in path, such as a session key, is longer or of other characters. */
    private static final Pattern PATH_TEMPLATE =
            Pattern.compile("(([A-Za-z][A-Za-z0-9.:-]{0,23}|(\\{[A-Za-z]{1,24}})+)(/(?!$)|$))+");

    RequestEvent() {}

    /** A builder that requires the operation, method, path template, attempt and duration. */
    public static Builder builder() {
        return new Builder();
    }

    /** The operation, as {@code api-spec} names it, such as {@code listAccounts}. */
    public abstract String operation();

    /** The HTTP method, such as {@code POST}. */
    public abstract String method();

    /** The path with its variables unfilled, such as <code>permission-access/query/{sessionKey}</code>. */
    public abstract String pathTemplate();

    /** The number of the attempt, from 1. */
    public abstract int attempt();

    /** The HTTP status, if there was a response. */
    public abstract @Nullable Integer status();

    /** digi.me's error code, if it sent one. */
    public abstract @Nullable ErrorCode code();

    /**
     * The reference by which digi.me's support finds the request, if it sent one: of an error in its body or headers, of a
     * success in the header {@code X-Error-Reference}.
     */
    public abstract @Nullable String reference();

    /** From the start of the request to the end of its response; for streamed content, to the response's headers. */
    public abstract Duration duration();

    /** Why there was no response, if there was none. */
    public abstract NetworkException.@Nullable Kind failure();

    @Value.Check
    void check() {
        check("operation", operation(), NAME);
        check("method", method(), NAME);
        check("pathTemplate", pathTemplate(), PATH_TEMPLATE);
        if (attempt() < 1) {
            throw new IllegalArgumentException("attempt must be 1 or more: " + attempt());
        }
        if (duration().isNegative()) {
            throw new IllegalArgumentException("duration must not be negative: " + duration());
        }
    }

    /** The message does not show the value, which may be a secret. */
    private static void check(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must match " + allowed.pattern());
        }
    }

    /** Builds a {@link RequestEvent}. */
    public static final class Builder extends ImmutableRequestEvent.Builder {
        Builder() {}
    }
}
