package me.digi.client.auth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of sending a user to revoke the access to one of their accounts. */
public sealed interface RevocationResult {
    /**
     * Reads what the callback received.
     *
     * @param uriOrQuery the callback's whole URI, or its query as it came, with or without the question mark
     * @throws me.digi.client.error.CallbackException if the result is missing, repeated, unknown or badly encoded
     */
    static RevocationResult fromCallback(String uriOrQuery) {
        return RevocationReader.read(uriOrQuery);
    }

    /** As {@link #fromCallback(String)}, from the callback's whole URI. */
    static RevocationResult fromCallback(URI uri) {
        return RevocationReader.read(uri.toString());
    }

    /** The access is revoked. */
    record Revoked() implements RevocationResult {}

    /**
     * The access is not revoked.
     *
     * @param message why, in the service's words, if it said
     */
    record Failed(@Nullable String message) implements RevocationResult {}
}
