package me.digi.client.auth;

import java.time.Instant;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One token, access or refresh, and when it expires. The value is a secret and never prints.
 *
 * <p>digi.me counts a token's expiry in whole seconds since 1970: a fraction of a second is cut off, and an instant
 * before 1970 or after the year 9999 is rejected. An expiry may be unknown: the token is then used until the service
 * refuses it.
 */
@Value.Immutable
@ValueStyle
public abstract class Token {
    Token() {}

    /** A token of this value that expires then; null if that is unknown. */
    public static Token of(String value, @Nullable Instant expiresAt) {
        return builder().value(value).expiresAt(expiresAt).build();
    }

    /** A builder that needs a value. */
    public static Builder builder() {
        return new Builder();
    }

    /** The token itself, as it is sent. */
    @Value.Redacted
    public abstract String value();

    /** When the service stops accepting the token, in whole seconds; null if it did not say, or nothing that makes sense. */
    public abstract @Nullable Instant expiresAt();

    @Value.Check
    Token checked() {
        Require.secret("value", value());
        Instant expiresAt = expiresAt();
        if (expiresAt == null) {
            return this;
        }
        Instant whole = TokenExpiry.checked("expiresAt", expiresAt);
        return whole.equals(expiresAt) ? this : of(value(), whole);
    }

    /** Builds a {@link Token}. */
    public static final class Builder extends ImmutableToken.Builder {
        Builder() {}
    }
}
