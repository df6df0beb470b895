package me.digi.client.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sample data that a user can be given instead of their own.
 *
 * @param id the value for {@code SampleData} of an authorization
 * @param description null if the service sent none
 * @param problems missing or malformed parts: see {@link me.digi.client.discovery}
 */
public record SampleDataSet(
        String id, @Nullable String name, @Nullable String description, List<String> problems) {
    public SampleDataSet {
        problems = List.copyOf(problems);
    }
}
