package me.digi.client.read;

import org.jspecify.annotations.Nullable;

/**
 * The schema of a file's content.
 *
 * @param standard such as {@code digime} or {@code fhir}
 * @param version the standard's version, such as {@code 1.0.0}
 * @param id the schema within the standard. Optional
 */
public record FileSchema(
        @Nullable String standard,
        @Nullable String version,
        @Nullable String id) {}
