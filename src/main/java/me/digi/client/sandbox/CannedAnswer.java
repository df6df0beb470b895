package me.digi.client.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is given without looking at the request: the operation is not carried out.
 *
 * @param status the HTTP status
 * @param headers the headers, by name
 * @param body the body, which may be empty
 */
public record CannedAnswer(int status, Map<String, String> headers, String body) implements Fault {
    public CannedAnswer {
        headers = Map.copyOf(headers);
    }

    /** A refusal as the API words it, with a reference. */
    public static CannedAnswer refusal(int status, String code, String message) {
        return refusal(ErrorShape.NESTED, status, code, message, "canned-reference");
    }

    /** A refusal that says why in the given shape. */
    public static CannedAnswer refusal(
            ErrorShape shape, int status, String code, String message, @Nullable String reference) {
        Map<String, Object> body = shape.body(code, message, reference);
        CannedAnswer answer =
                new CannedAnswer(status, shape.headers(code, message, reference), body == null ? "" : Json.write(body));
        return body == null ? answer : answer.withHeader("Content-Type", "application/json; charset=utf-8");
    }

    /** A page, as proxies and load balancers answer. */
    public static CannedAnswer html(int status) {
        return new CannedAnswer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html>\n<html><head><title>" + status + "</title></head><body>Not JSON.</body></html>\n");
    }

    /** JSON, whatever it is. */
    public static CannedAnswer json(int status, String body) {
        return new CannedAnswer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A status and nothing else. */
    public static CannedAnswer empty(int status) {
        return new CannedAnswer(status, Map.of(), "");
    }

    /** A redirect to another place, such as another host. */
    public static CannedAnswer redirect(URI target) {
        return empty(302).withHeader("Location", target.toString());
    }

    /** The same with a {@code Retry-After} header: seconds or an HTTP date. */
    public CannedAnswer retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /** The same with one more header. */
    public CannedAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CannedAnswer(status, more, body);
    }
}
