package me.digi.client.internal.http;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.PartialJson;
import me.digi.client.internal.io.WhiteSpace;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the server says went wrong: in the body in one of two shapes, else in headers, the only place where the response
 * to a HEAD can have it. Whatever is odd beside them costs none of the three. Each is on one line, and masked where it repeats a
 * secret of the call.
 */
record ServerError(
        @Nullable ErrorCode code,
        @Nullable String message,
        @Nullable String reference) {
    static final ServerError NONE = new ServerError(null, null, null);

    private static final String REFERENCE = "X-Error-Reference";
    private static final Set<String> MEMBERS = Set.of("error", "code", "message", "reference");

    /** More is no error message, but a page. */
    private static final int MOST_CHARS = 2000;

    static ServerError of(Response response, CallContext context) {
        Map<?, ?> body = body(response);
        Map<?, ?> error = body.get("error") instanceof Map<?, ?> nested ? nested : Map.of();
        String code = text(body.get("error"), error.get("code"), response.header("X-Error-Code"));
        String message = text(error.get("message"), body.get("message"), response.header("X-Error-Message"));
        String reference =
                text(written(error.get("reference")), written(body.get("reference")), response.header(REFERENCE));
        String shownCode = shown(code, context);
        return new ServerError(
                shownCode == null ? null : new ErrorCode(shownCode),
                shown(message, context),
                shownReference(reference, context));
    }

    /** A response that is not an error may have a reference, in a header only. */
    static ServerError ofSuccess(Response response, CallContext context) {
        return new ServerError(null, null, shownReference(text(response.header(REFERENCE)), context));
    }

    private static @Nullable String shownReference(@Nullable String reference, CallContext context) {
        return reference == null ? null : OneLine.of(String.valueOf(shown(reference, context)));
    }

    /** A reference is looked up by people, so one that is a number is as good. A code is decided by, and has to be text. */
    private static @Nullable Object written(@Nullable Object value) {
        return value instanceof PartialJson.Numeral number ? number.text() : value;
    }

    /** Masked first and cut then, or the beginning of a secret at the cut would show. */
    private static @Nullable String shown(@Nullable String text, CallContext context) {
        String scrubbed = context.scrub(text);
        return scrubbed == null ? null : OneLine.whole(scrubbed.substring(0, Math.min(scrubbed.length(), MOST_CHARS)));
    }

    private static @Nullable String text(@Nullable Object... places) {
        for (Object place : places) {
            if (place instanceof String text && !WhiteSpace.isBlank(text)) {
                return text;
            }
        }
        return null;
    }

    private static Map<?, ?> body(Response response) {
        try {
            return PartialJson.readObject(response.peekBody(Long.MAX_VALUE).string(), MEMBERS);
        } catch (JsonException | IOException notInTheBody) {
            // A page of a proxy, or nothing: then the headers say it, or nobody.
            return Map.of();
        }
    }
}
