package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * The service through which a source is reached. Its id is what a user can be sent to add.
 *
 * @param id its id, which is not that of the source; 0 if the service sent none
 * @param name its name
 * @param reference its reference
 * @param more what else the service says, as plain JSON values
 * @param problems what the service sent that could not be read as described, such as {@code id is not a whole number}; empty
 *     if nothing was odd. Such a part is null, or what was meant if that is clear
 */
public record SourceService(
        long id, @Nullable String name, @Nullable String reference, Map<String, Object> more, List<String> problems) {
    /** Copies the map and the list. */
    public SourceService {
        more = Copies.of(more);
        problems = List.copyOf(problems);
    }
}
