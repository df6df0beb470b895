package me.digi.client.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox got, and how the sandbox responded.
 *
 * @param operation what was asked
 * @param method the HTTP method
 * @param path the path, as it came
 * @param query the query, as it came, or null
 * @param headers the headers; their names in lower case
 * @param jwtHeader the header of the JWT, or null if there was none that could be read
 * @param claims what the JWT claims, whether it was believed or not, or null
 * @param body the body as text
 * @param status the status of the response, or null if there was none
 * @param errorCode the error code of the response, or null
 * @param remarks what was accepted and is a mistake all the same, as the official SDKs make some: {@code state} that is
 *     empty, {@code from=undefined} of a report. None of a request that does nothing of the kind
 */
public record RecordedRequest(
        Operation operation,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        @Nullable Map<String, ?> jwtHeader,
        @Nullable Map<String, ?> claims,
        String body,
        @Nullable Integer status,
        @Nullable String errorCode,
        List<String> remarks) {
    public RecordedRequest {
        remarks = List.copyOf(remarks);
    }

    /** The first header of that name, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** What the JWT claims under that name, or null. */
    public @Nullable Object claim(String name) {
        return claims == null ? null : claims.get(name);
    }

    /** The operation and the outcome, without anything that is secret. */
    @Override
    public String toString() {
        String response = status == null ? "no response" : status + (errorCode == null ? "" : " " + errorCode);
        return operation + " " + method + " " + path + " -> " + response;
    }
}
