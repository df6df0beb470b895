package me.digi.client.auth;

import me.digi.client.internal.values.Require;
import org.jspecify.annotations.Nullable;

/**
 * Sample data instead of a user's own, to try an application with.
 *
 * @param dataSet the id of the set, as discovery lists those of a source
 * @param autoOnboard whether the user is spared all steps of the page; they are not unless this is {@code true}
 */
public record SampleData(String dataSet, @Nullable Boolean autoOnboard) {
    /** Refuses a blank id. */
    public SampleData {
        Require.text("dataSet", dataSet);
    }

    /** The set of this id, with all steps of the page. */
    public static SampleData of(String dataSet) {
        return new SampleData(dataSet, null);
    }
}
