package me.digi.client.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, and the sandbox's response.
 *
 * @param path as received
 * @param query as received; null if there was none
 * @param headers names in lower case
 * @param jwtHeader the header of the JWT; null if it was missing or unreadable
 * @param claims the claims of the JWT, valid or not; null if it was missing or unreadable
 * @param body as text
 * @param status null if no response was sent
 * @param errorCode null if the response was no error
 * @param remarks mistakes that were accepted, as the official SDKs make them: an empty {@code state},
 *     {@code from=undefined} of a report. Usually empty
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

    /** Returns the first header of this name, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns a claim of the JWT, or null. */
    public @Nullable Object claim(String name) {
        return claims == null ? null : claims.get(name);
    }

    /** Shows operation and outcome, without secrets. */
    @Override
    public String toString() {
        String response = status == null ? "no response" : status + (errorCode == null ? "" : " " + errorCode);
        return operation + " " + method + " " + path + " -> " + response;
    }
}
