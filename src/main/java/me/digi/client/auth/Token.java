package me.digi.client.auth;

import java.time.Instant;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;

/**
 * One token, access or refresh, and when it expires. The value is a secret and never prints.
 *
 * <p>digi.me counts a token's expiry in whole seconds since 1970: a fraction of a second is cut off, and an instant
 * before 1970 or after the year 9999 is refused.
 */
@Value.Immutable
@ValueStyle
public abstract class Token {
    Token() {}

    /** A token of this value that expires then. */
    public static Token of(String value, Instant expiresAt) {
        return builder().value(value).expiresAt(expiresAt).build();
    }

    /** A builder that wants a value and an expiry. */
    public static Builder builder() {
        return new Builder();
    }

    /** The token itself, as it is sent. */
    @Value.Redacted
    public abstract String value();

    /** When the service stops taking the token; whole seconds. */
    public abstract Instant expiresAt();

    @Value.Check
    Token checked() {
        Require.secret("value", value());
        Instant whole = TokenExpiry.checked("expiresAt", expiresAt());
        return whole.equals(expiresAt()) ? this : of(value(), whole);
    }

    /** Builds a {@link Token}. */
    public static final class Builder extends ImmutableToken.Builder {
        Builder() {}
    }
}
