package me.digi.client.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A response that is sent without looking at the request: the operation is not carried out.
 *
 * @param status the HTTP status
 * @param headers the headers, by name
 * @param body the body, which may be empty
 */
public record CannedResponse(int status, Map<String, String> headers, String body) implements Fault {
    public CannedResponse {
        headers = Map.copyOf(headers);
    }

    /** An error as the API words it, with a reference. */
    public static CannedResponse error(int status, String code, String message) {
        return error(ErrorShape.NESTED, status, code, message, "canned-reference");
    }

    /** An error in the given shape. */
    public static CannedResponse error(
            ErrorShape shape, int status, String code, String message, @Nullable String reference) {
        Map<String, Object> body = shape.body(code, message, reference);
        CannedResponse response = new CannedResponse(
                status, shape.headers(code, message, reference), body == null ? "" : Json.write(body));
        return body == null ? response : response.withHeader("Content-Type", "application/json; charset=utf-8");
    }

    /** A page, as proxies and load balancers send it. */
    public static CannedResponse html(int status) {
        return new CannedResponse(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html>\n<html><head><title>" + status + "</title></head><body>Not JSON.</body></html>\n");
    }

    /** JSON, whatever it is. */
    public static CannedResponse json(int status, String body) {
        return new CannedResponse(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A status and nothing else. */
    public static CannedResponse empty(int status) {
        return new CannedResponse(status, Map.of(), "");
    }

    /** A redirect to another place, such as another host. */
    public static CannedResponse redirect(URI target) {
        return empty(302).withHeader("Location", target.toString());
    }

    /** The same with a {@code Retry-After} header: seconds or an HTTP date. */
    public CannedResponse retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /** The same with one more header. */
    public CannedResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CannedResponse(status, more, body);
    }
}
