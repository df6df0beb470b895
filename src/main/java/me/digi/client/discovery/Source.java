package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A source of data, or a destination to push it to: a hospital, a bank, a social network.
 *
 * @param id for queries; 0 if the service sent none, and queries reject 0
 * @param resource the logo
 * @param service the service that gives access to the source
 * @param json further properties, such as how users grant access
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
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
    public Source {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
