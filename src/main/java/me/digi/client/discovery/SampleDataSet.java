package me.digi.client.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of sample data that a user can be given instead of their own.
 *
 * @param id for {@code SampleData} of an authorization
 * @param name what it is called; null if the service sent no name
 * @param description what is in it; null if the service sent no description
 * @param problems what the service sent that could not be read as described, such as {@code name is missing}; empty if
 *     nothing was odd
 */
public record SampleDataSet(
        String id, @Nullable String name, @Nullable String description, List<String> problems) {
    /** Copies the list. */
    public SampleDataSet {
        problems = List.copyOf(problems);
    }
}
