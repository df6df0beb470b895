package me.digi.client.read;

import org.jspecify.annotations.Nullable;

/**
 * What the content of a file follows. A part that the service did not send as described is null.
 *
 * @param standard the standard's name, such as {@code digime} or {@code fhir}
 * @param version the standard's version, such as {@code 1.0.0}
 * @param id which of the standard's schemas, if that is said
 */
public record FileSchema(
        @Nullable String standard,
        @Nullable String version,
        @Nullable String id) {}
