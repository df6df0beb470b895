package me.digi.client.diagnostics;

import java.time.Duration;
import java.util.regex.Pattern;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and how it ended. It has no place for a header, a body, a query or a filled-in path, and so none for a
 * secret: whatever is here may go to a log.
 */
@Value.Immutable
@ValueStyle
public abstract class RequestEvent {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    /** A part of a filled-in path, such as a session key, is longer or of other characters. */
    private static final Pattern PATH_TEMPLATE =
            Pattern.compile("(([A-Za-z][A-Za-z0-9.:-]{0,23}|(\\{[A-Za-z]{1,24}})+)(/(?!$)|$))+");

    RequestEvent() {}

    /** A builder that wants the operation, method, path template, attempt and duration. */
    public static Builder builder() {
        return new Builder();
    }

    /** What was asked for, in the words of the API's description, such as {@code authorize}. */
    public abstract String operation();

    /** The HTTP method, such as {@code POST}. */
    public abstract String method();

    /** The path with its variables unfilled, such as <code>permission-access/query/{sessionKey}</code>. */
    public abstract String pathTemplate();

    /** Which try it was, from 1. */
    public abstract int attempt();

    /** The HTTP status of the answer, if one came. */
    public abstract @Nullable Integer status();

    /** The service's name for the error, if it sent one. */
    public abstract @Nullable ErrorCode code();

    /** What digi.me's support finds the error by, if the service sent it. */
    public abstract @Nullable String reference();

    /** From the start of the request to the end of its answer. */
    public abstract Duration duration();

    /** What became of a request that got no answer. */
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

    /** Does not show the value: that it may be a secret is what it is refused for. */
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
