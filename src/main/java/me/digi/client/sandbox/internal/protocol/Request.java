package me.digi.client.sandbox.internal.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, and nothing about it checked.
 *
 * @param path the path as it came, from its first slash
 * @param query the query as it came, or null
 * @param headers their names in lower case
 */
public record Request(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, RequestBody body) {
    /** The first value of a header, or null. */
    public @Nullable String first(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * The value of a header that comes once, or null if it does not come.
     *
     * @throws ApiError if it comes more than once
     */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw ApiErrors.malformed(
                    name.equals("Authorization") ? Rule.AUTHORIZATION : Rule.HEADERS,
                    "the header " + name + " comes " + values.size() + " times",
                    values.size() + " headers " + name);
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
