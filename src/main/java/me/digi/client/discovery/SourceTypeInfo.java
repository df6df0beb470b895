package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A type of source.
 *
 * @param id for queries: 1 is pull, 2 is push; 0 if the service sent none
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record SourceTypeInfo(
        long id, @Nullable String name, @Nullable String reference, Map<String, Object> more, List<String> problems) {
    public SourceTypeInfo {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
