package me.digi.client.discovery;

import java.util.Objects;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * Whether a source can be used. New states may come.
 *
 * @param value as the service spells it
 */
public record PublishedStatus(String value) {
    /** It can be used. */
    public static final PublishedStatus APPROVED = new PublishedStatus("approved");

    /** It is being looked at. */
    public static final PublishedStatus PENDING = new PublishedStatus("pending");

    /** It is about to go. */
    public static final PublishedStatus DEPRECATED = new PublishedStatus("deprecated");

    /** It must not be used. */
    public static final PublishedStatus BLOCKED = new PublishedStatus("blocked");

    /** It has nothing but sample data. */
    public static final PublishedStatus SAMPLE_DATA_ONLY = new PublishedStatus("sampledataonly");

    /** Any state, known here or not. */
    public PublishedStatus {
        Require.text("value", Objects.requireNonNull(value, "value"));
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
