package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * Whether data is read from a source or pushed to it.
 *
 * @param value as digi.me spells it
 */
public record SourceType(String value) {
    /** Data is read from the source. */
    public static final SourceType PULL = new SourceType("pull");

    /** Data is pushed to the source. */
    public static final SourceType PUSH = new SourceType("push");

    public SourceType {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
