package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A country that sources are in.
 *
 * @param id for queries; 0 if the service sent none, and queries reject 0
 * @param code such as {@code nl}
 * @param resource the flag
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record Country(
        long id,
        @Nullable String code,
        @Nullable String name,
        @Nullable Resource resource,
        Map<String, Object> more,
        List<String> problems) {
    public Country {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
