package me.digi.client.read;

import java.time.Instant;
import java.util.Objects;

/**
 * A time-limited permission to read what a user shares.
 *
 * @param key identifies the session; a secret
 */
public record Session(SessionKey key, Instant expiresAt) {
    public Session {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    public static Session of(String key, Instant expiresAt) {
        return new Session(new SessionKey(key), expiresAt);
    }
}
