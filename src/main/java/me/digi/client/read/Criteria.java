package me.digi.client.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What raw data must match to be read. The service counts in whole seconds: a fraction of a second is cut off.
 *
 * @param from since when, if that matters
 * @param last the span that ends now which it must lie in, if that matters
 * @param metadata what its metadata must say, if that matters
 */
public record Criteria(
        @Nullable Instant from,
        @Nullable Last last,
        @Nullable CriteriaMetadata metadata) {
    /** Rejects criteria that say nothing. */
    public Criteria {
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        if (from == null && last == null && metadata == null) {
            throw new IllegalArgumentException("criteria must have one of from, last and metadata");
        }
    }

    /** Raw data whose metadata says this. */
    public static Criteria of(CriteriaMetadata metadata) {
        return new Criteria(null, null, metadata);
    }
}
