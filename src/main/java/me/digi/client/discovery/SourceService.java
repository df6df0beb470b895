package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * The service that gives access to a source. Pass its id to send a user to add the service.
 *
 * @param id not the id of the source; 0 if the service sent none
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record SourceService(
        long id, @Nullable String name, @Nullable String reference, Map<String, Object> more, List<String> problems) {
    public SourceService {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
