package me.digi.client.auth;

import java.time.Instant;
import java.util.Objects;
import me.digi.client.internal.io.Hidden;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An access or refresh token and its expiry. The value is secret: it never prints, and JSON libraries find nothing to
 * write.
 *
 * <p>Expiries are whole seconds, as digi.me sends them: fractions are cut off, and instants before 1970 or after the
 * year 9999 are rejected. A token with unknown expiry is used until digi.me refuses it.
 */
@Value.Immutable
@ValueStyle.WithoutBuilder
public abstract class Token {
    Token() {}

    /** A token with this expiry; null if unknown. */
    public static Token of(String value, @Nullable Instant expiresAt) {
        Require.secret("value", value);
        Instant whole = expiresAt == null ? null : TokenExpiry.checked("expiresAt", expiresAt);
        return ImmutableToken.of(new Hidden<>(value), whole);
    }

    /** A builder that requires a value. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Parameter
    abstract Hidden<String> hiddenValue();

    /**
     * When digi.me stops accepting the token, in whole seconds; null if its response has no expiry or a nonsensical
     * one.
     */
    @Value.Parameter
    public abstract @Nullable Instant expiresAt();

    /** The token, as sent. */
    public final String value() {
        return hiddenValue().value();
    }

    @Override
    public String toString() {
        return "Token{value=***, expiresAt=" + expiresAt() + "}";
    }

    /** Builds a {@link Token}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String value;
        private @Nullable Instant expiresAt;

        Builder() {}

        /** The token, as sent. Required. */
        public Builder value(String value) {
            this.value = Objects.requireNonNull(value, "value");
            return this;
        }

        /** When digi.me stops accepting the token. Default: null, unknown. */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /**
         * Builds the token.
         *
         * @throws IllegalStateException if the value is missing
         * @throws IllegalArgumentException if the value is blank, or the expiry is before 1970 or after the year 9999
         */
        public Token build() {
            if (value == null) {
                throw new IllegalStateException("value is missing");
            }
            return of(value, expiresAt);
        }
    }
}
