package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * Sample data in place of a user's own, for testing an application.
 *
 * @param dataSet the id of the data set, as discovery lists it
 * @param autoOnboard whether the user skips all steps of the page
 */
public record SampleData(String dataSet, boolean autoOnboard) {
    public SampleData {
        Require.text("dataSet", dataSet);
    }

    /** The data set with all steps of the page. */
    public static SampleData of(String dataSet) {
        return new SampleData(dataSet, false);
    }
}
