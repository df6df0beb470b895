package me.digi.client.internal.http;

import java.io.IOException;
import java.util.Map;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import me.digi.client.internal.values.WhiteSpace;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the server says went wrong: in the body in one of two shapes, else in headers, the only place where the answer
 * to a HEAD can have it. Masked where it repeats a secret of the call.
 */
record ServerError(
        @Nullable ErrorCode code,
        @Nullable String message,
        @Nullable String reference) {
    static final ServerError NONE = new ServerError(null, null, null);

    /** More is no error message, but a page. */
    private static final int MOST_CHARS = 2000;

    static ServerError of(Response response, CallContext context) {
        Map<?, ?> body = body(response);
        Map<?, ?> error = body.get("error") instanceof Map<?, ?> nested ? nested : Map.of();
        String code = text(body.get("error"), error.get("code"), response.header("X-Error-Code"));
        String message = text(error.get("message"), body.get("message"), response.header("X-Error-Message"));
        String reference = text(error.get("reference"), body.get("reference"), response.header("X-Error-Reference"));
        String shownCode = shown(code, context);
        return new ServerError(
                shownCode == null ? null : new ErrorCode(shownCode),
                shown(message, context),
                shown(reference, context));
    }

    /** Masked first and cut then, or the beginning of a secret at the cut would show. */
    private static @Nullable String shown(@Nullable String text, CallContext context) {
        String scrubbed = context.scrub(text);
        return scrubbed == null || scrubbed.length() <= MOST_CHARS ? scrubbed : scrubbed.substring(0, MOST_CHARS);
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
            return Json.parseObject(response.peekBody(Long.MAX_VALUE).string());
        } catch (JsonException | IOException notInTheBody) {
            // A page of a proxy, or nothing: then the headers say it, or nobody.
            return Map.of();
        }
    }
}
