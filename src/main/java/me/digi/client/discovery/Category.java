package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A category of sources, such as health. {@code SandboxValues.category} in the sandbox jar builds categories for tests.
 *
 * @param id for queries; 0 if the service sent none, and queries reject 0
 * @param categoryTypeId the kind of category
 * @param resource the picture
 * @param more further members of the JSON object
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record Category(
        long id,
        @Nullable Long categoryTypeId,
        @Nullable String name,
        @Nullable String reference,
        @Nullable String title,
        @Nullable String subTitle,
        @Nullable String expandedTitle,
        @Nullable String expandedSubTitle,
        @Nullable Resource resource,
        Map<String, Object> more,
        List<String> problems) {
    public Category {
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
