package me.digi.client.sandbox.internal.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An unchecked request.
 *
 * @param path as received
 * @param query as received, or null
 * @param headers by name in lower case
 */
public record Request(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, RequestBody body) {
    /** Returns the first value of a header, or null. */
    public @Nullable String first(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns the value of a header, or null if it is missing.
     *
     * @throws ApiError if it occurs more than once
     */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw ApiErrors.malformed(
                    name.equals("Authorization") ? Rule.AUTHORIZATION : Rule.HEADERS,
                    "the header " + name + " occurs " + values.size() + " times",
                    values.size() + " headers " + name);
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
