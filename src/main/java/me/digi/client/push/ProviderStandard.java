package me.digi.client.push;

import me.digi.client.internal.io.Require;

/**
 * A data standard that a provider accepts, with its version, as in the path of the request.
 *
 * @param name such as {@code fhir}
 * @param version such as {@code stu3}
 */
public record ProviderStandard(String name, String version) {
    /** FHIR, release STU3. */
    public static final ProviderStandard FHIR_STU3 = new ProviderStandard("fhir", "stu3");

    /** FHIR 3.0.2. */
    public static final ProviderStandard FHIR_3_0_2 = new ProviderStandard("fhir", "3.0.2");

    /** Takes also standards that have no constant here. */
    public ProviderStandard {
        Require.segment("name", name);
        Require.segment("version", version);
    }
}
