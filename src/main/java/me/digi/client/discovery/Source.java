package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Where data can come from, or be pushed to: a hospital, a bank, a social network.
 *
 * @param id its id; 0 if the service sent none, and then no query takes it
 * @param name its name
 * @param publishedStatus whether it can be used
 * @param resource its logo
 * @param service the service through which it is reached
 * @param json how users give access to it, and more that the service keeps of it
 * @param more what else the service says, as plain JSON values
 * @param problems what the service sent that could not be read as described, such as {@code id is not a whole number}; empty
 *     if nothing was odd. Such a part is null, or what was meant if that is clear
 */
public record Source(
        long id,
        @Nullable String name,
        @Nullable PublishedStatus publishedStatus,
        @Nullable Resource resource,
        @Nullable SourceService service,
        @Nullable SourceJson json,
        Map<String, Object> more,
        List<String> problems) {
    /** Copies the map and the list. */
    public Source {
        more = Copies.of(more);
        problems = List.copyOf(problems);
    }
}
