package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * Which way data goes between a source and the user's library. Those that are known are constants here.
 *
 * @param value as the service spells it
 */
public record SourceType(String value) {
    /** Data is read from the source. */
    public static final SourceType PULL = new SourceType("pull");

    /** Data is pushed to the source. */
    public static final SourceType PUSH = new SourceType("push");

    /** Any type, known here or not. */
    public SourceType {
        Require.text("value", value);
    }

    /** The type as the service spells it. */
    @Override
    public String toString() {
        return value;
    }
}
