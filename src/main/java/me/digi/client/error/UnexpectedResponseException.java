package me.digi.client.error;

import java.util.Objects;
import me.digi.client.internal.io.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * The response, of digi.me or of something in between, is not what the API promises: a page of HTML, a redirect, a body that
 * is empty, cut off or too large, a member that is missing. The request may have been acted on all the same.
 */
public final class UnexpectedResponseException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int status;
    private final String where;
    private final String what;

    /** The place and the problem, neither of which may quote the response, complete the message. */
    public UnexpectedResponseException(
            String operation, int status, String where, String what, @Nullable Throwable cause) {
        super(
                "unexpected response to " + operation + " (HTTP " + status + "): " + OneLine.of(where) + ": "
                        + OneLine.of(what),
                cause);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.status = status;
        this.where = where;
        this.what = what;
    }

    /** The place and the problem, neither of which may quote the response, complete the message. */
    public UnexpectedResponseException(String operation, int status, String where, String what) {
        this(operation, status, where, what, null);
    }

    /** The operation, as {@code api-spec} names it, such as {@code listAccounts}. */
    public String operation() {
        return operation;
    }

    /** The HTTP status of the response. */
    public int status() {
        return status;
    }

    /** Where in the response, such as {@code $.session.expiry}, {@code body} or a header's name. */
    public String where() {
        return where;
    }

    /** What is wrong there, such as {@code missing}. */
    public String what() {
        return what;
    }
}
