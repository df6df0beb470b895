package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A category that sources are in, such as health. {@code SandboxValues.category} in the sandbox jar makes categories for
 * tests.
 *
 * @param id its id, for queries; 0 if the service sent none, and then no query takes it
 * @param categoryTypeId the kind of category
 * @param name its name
 * @param reference its reference
 * @param title its title
 * @param subTitle what stands below the title
 * @param expandedTitle a longer title
 * @param expandedSubTitle what stands below the longer title
 * @param resource its picture
 * @param more what else the service says, as plain JSON values
 * @param problems what the service sent that could not be read as described, such as {@code id is not a whole number}; empty
 *     if nothing was odd. Such a part is null, or what was meant if that is clear
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
    /** Copies the map and the list. */
    public Category {
        more = Copies.of(more);
        problems = List.copyOf(problems);
    }
}
