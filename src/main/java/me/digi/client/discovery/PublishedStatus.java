package me.digi.client.discovery;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * Whether a source can be used. The service may send states that have no constant here; compare with {@code equals}.
 */
public record PublishedStatus(String value) {
    /** Usable. */
    public static final PublishedStatus APPROVED = new PublishedStatus("approved");

    /** Under review. */
    public static final PublishedStatus PENDING = new PublishedStatus("pending");

    /** About to be removed. */
    public static final PublishedStatus DEPRECATED = new PublishedStatus("deprecated");

    /** Not to be used. */
    public static final PublishedStatus BLOCKED = new PublishedStatus("blocked");

    /** Has sample data only. */
    public static final PublishedStatus SAMPLE_DATA_ONLY = new PublishedStatus("sampledataonly");

    public PublishedStatus {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
