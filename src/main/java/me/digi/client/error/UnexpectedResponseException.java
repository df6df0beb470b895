package me.digi.client.error;

import me.digi.client.internal.io.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * The response, from digi.me or an intermediary, is not what the API promises: an HTML page, a redirect, an empty,
 * truncated or too large body, a missing member. digi.me may still have acted on the request.
 */
public final class UnexpectedResponseException extends RequestException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String where;
    private final String what;

    /**
     * An unexpected part of a response.
     *
     * @param status 0 if the response has none
     * @param where the place in the response
     * @param what the problem; neither may quote the response
     */
    public UnexpectedResponseException(
            String operation, int status, String where, String what, @Nullable Throwable cause) {
        super(
                operation,
                "unexpected response to " + operation + (status == 0 ? "" : " (HTTP " + status + ")") + ": "
                        + OneLine.of(where) + ": " + OneLine.of(what),
                cause);
        this.status = status;
        this.where = where;
        this.what = what;
    }

    /** As the other constructor, without a cause. */
    public UnexpectedResponseException(String operation, int status, String where, String what) {
        this(operation, status, where, what, null);
    }

    /** The HTTP status; 0 if the response is not HTTP. */
    public int status() {
        return status;
    }

    /** The place in the response, such as {@code $.session.expiry}, {@code body} or a header's name. */
    public String where() {
        return where;
    }

    /** The problem there, such as {@code missing}. */
    public String what() {
        return what;
    }
}
