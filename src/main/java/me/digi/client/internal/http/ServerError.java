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
 * The error in a response: in the body, in one of two formats, or in headers, as in responses to HEAD. Other unexpected
 * content is ignored. Values are on one line, with the call's secrets masked.
 */
record ServerError(
        @Nullable ErrorCode code,
        @Nullable String message,
        @Nullable String reference) {
    static final ServerError NONE = new ServerError(null, null, null);

    private static final String REFERENCE = "X-Error-Reference";
    private static final Set<String> MEMBERS = Set.of("error", "code", "message", "reference");

    /** Longer text is a page, not an error message. */
    private static final int MAX_CHARS = 2000;

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

    /** Successful responses may have a reference in a header. */
    static ServerError ofSuccess(Response response, CallContext context) {
        return new ServerError(null, null, shownReference(text(response.header(REFERENCE)), context));
    }

    private static @Nullable String shownReference(@Nullable String reference, CallContext context) {
        return reference == null ? null : OneLine.of(String.valueOf(shown(reference, context)));
    }

    /** References may be numbers. Codes must be text, since they decide what the client does. */
    private static @Nullable Object written(@Nullable Object value) {
        return value instanceof PartialJson.Numeral number ? number.text() : value;
    }

    /** Masked before truncating, which could leave part of a secret. */
    private static @Nullable String shown(@Nullable String text, CallContext context) {
        String scrubbed = context.scrub(text);
        return scrubbed == null ? null : OneLine.whole(scrubbed.substring(0, Math.min(scrubbed.length(), MAX_CHARS)));
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
            // A page of a proxy, or empty: only the headers count.
            return Map.of();
        }
    }
}
