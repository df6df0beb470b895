package me.digi.client.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on raw data; at least one is required. Times are cut to whole seconds, the resolution of the service.
 *
 * @param from earliest time. Optional
 * @param last time span that ends now. Optional
 * @param metadata conditions on the metadata. Optional
 */
public record Criteria(
        @Nullable Instant from,
        @Nullable Last last,
        @Nullable CriteriaMetadata metadata) {
    public Criteria {
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        if (from == null && last == null && metadata == null) {
            throw new IllegalArgumentException("criteria must have from, last or metadata");
        }
    }

    /** Returns criteria on metadata only. */
    public static Criteria of(CriteriaMetadata metadata) {
        return new Criteria(null, null, metadata);
    }
}
