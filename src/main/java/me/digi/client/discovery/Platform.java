package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A platform that sources run on.
 *
 * @param id for queries; 0 if the service sent none, and queries reject 0
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record Platform(
        long id, @Nullable String name, @Nullable String reference, Map<String, Object> more, List<String> problems) {
    public Platform {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
