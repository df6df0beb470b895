package me.digi.client.read;

import java.time.Instant;
import java.util.Objects;

/**
 * A time-limited permission to read what a user shares.
 *
 * @param key what the service knows the session by: a secret, which masks itself
 * @param expiresAt when the session ends
 */
public record Session(SessionKey key, Instant expiresAt) {
    /** Rejects null. */
    public Session {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** The session with this key. */
    public static Session of(String key, Instant expiresAt) {
        return new Session(new SessionKey(key), expiresAt);
    }
}
