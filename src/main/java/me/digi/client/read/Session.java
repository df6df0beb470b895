package me.digi.client.read;

import java.time.Instant;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;

/** A time-limited permission to read what a user shares. Its key is a secret and never prints. */
@Value.Immutable
@ValueStyle
public abstract class Session {
    Session() {}

    /** A session of this key that ends then. */
    public static Session of(String key, Instant expiresAt) {
        return builder().key(key).expiresAt(expiresAt).build();
    }

    /** A builder that wants a key and an expiry. */
    public static Builder builder() {
        return new Builder();
    }

    /** What the service knows the session by. */
    @Value.Redacted
    public abstract String key();

    /** When the session ends. */
    public abstract Instant expiresAt();

    @Value.Check
    void check() {
        Require.secret("key", key());
    }

    /** Builds a {@link Session}. */
    public static final class Builder extends ImmutableSession.Builder {
        Builder() {}
    }
}
