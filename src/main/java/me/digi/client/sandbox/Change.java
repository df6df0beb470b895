package me.digi.client.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Changes or removes one member of a response. The path is dotted: {@code session.key}, or {@code 0.reference} in an
 * array.
 *
 * @param part the JSON to change
 * @param kept false to remove the member
 * @param value the new value, if kept
 */
public record Change(
        Part part, String path, boolean kept, @Nullable Object value) implements Fault {
    /** Removes a member of the body. */
    public static Change withoutField(String path) {
        return new Change(Part.BODY, path, false, null);
    }

    /** Sets a member of the body: a string, number, boolean, list, map or null. */
    public static Change field(String path, @Nullable Object value) {
        return new Change(Part.BODY, path, true, value);
    }

    /** Removes a member of the signed token's payload. */
    public static Change withoutClaim(String path) {
        return new Change(Part.PAYLOAD, path, false, null);
    }

    /** Sets a member of the signed token's payload. */
    public static Change claim(String path, @Nullable Object value) {
        return new Change(Part.PAYLOAD, path, true, value);
    }

    /** The JSON to change. */
    public enum Part {
        /** The body of the response. */
        BODY,
        /** The payload of the signed token, changed before signing. */
        PAYLOAD
    }
}
