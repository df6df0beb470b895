package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * Sample data instead of a user's own, to try an application with.
 *
 * @param dataSet the id of the set, as discovery lists those of a source
 * @param autoOnboard whether the user is spared all steps of the page
 */
public record SampleData(String dataSet, boolean autoOnboard) {
    /** Rejects a blank id. */
    public SampleData {
        Require.text("dataSet", dataSet);
    }

    /** The set of this id, with all steps of the page. */
    public static SampleData of(String dataSet) {
        return new SampleData(dataSet, false);
    }
}
