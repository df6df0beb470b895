package me.digi.client.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A fixed response. The operation is not carried out.
 *
 * @param body may be empty
 */
public record CannedResponse(int status, Map<String, String> headers, String body) implements Fault {
    public CannedResponse {
        headers = Map.copyOf(headers);
    }

    /** An error in the shape of the API, with a reference. */
    public static CannedResponse error(int status, String code, String message) {
        return error(ErrorShape.NESTED, status, code, message, "canned-reference");
    }

    public static CannedResponse error(
            ErrorShape shape, int status, String code, String message, @Nullable String reference) {
        Map<String, Object> body = shape.body(code, message, reference);
        CannedResponse response = new CannedResponse(
                status, shape.headers(code, message, reference), body == null ? "" : Json.write(body));
        return body == null ? response : response.withHeader("Content-Type", "application/json; charset=utf-8");
    }

    /** An HTML page, as from a proxy or load balancer. */
    public static CannedResponse html(int status) {
        return new CannedResponse(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html>\n<html><head><title>" + status + "</title></head><body>Not JSON.</body></html>\n");
    }

    /** A response of type JSON; the body is not checked. */
    public static CannedResponse json(int status, String body) {
        return new CannedResponse(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A response without headers and body. */
    public static CannedResponse empty(int status) {
        return new CannedResponse(status, Map.of(), "");
    }

    /** A redirect with status 302. */
    public static CannedResponse redirect(URI target) {
        return empty(302).withHeader("Location", target.toString());
    }

    /** Adds a {@code Retry-After} header, in seconds or as an HTTP date. */
    public CannedResponse retryAfter(String value) {
        return withHeader("Retry-After", value);
    }

    /** Adds or replaces a header. */
    public CannedResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CannedResponse(status, more, body);
    }
}
