package me.digi.client.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A member of the response is missing or another. The path names it: {@code session.key}, or {@code 0.reference} in an
 * array.
 *
 * @param part which JSON is meant
 * @param path the members that lead there, with dots between them
 * @param kept whether the member is there at all
 * @param value what it is, if it is there
 */
public record Change(
        Part part, String path, boolean kept, @Nullable Object value) implements Fault {
    /** The response comes without that member. */
    public static Change withoutField(String path) {
        return new Change(Part.BODY, path, false, null);
    }

    /** The response comes with this value there: a string, a number, a boolean, a list, a map or null. */
    public static Change field(String path, @Nullable Object value) {
        return new Change(Part.BODY, path, true, value);
    }

    /** The signed token comes without that member in its payload. */
    public static Change withoutClaim(String path) {
        return new Change(Part.PAYLOAD, path, false, null);
    }

    /** The signed token comes with this value there in its payload. */
    public static Change claim(String path, @Nullable Object value) {
        return new Change(Part.PAYLOAD, path, true, value);
    }

    /** Which JSON a change is about. */
    public enum Part {
        /** The body of the response. */
        BODY,
        /** The payload of the signed token in it, changed before it is signed. */
        PAYLOAD
    }
}
