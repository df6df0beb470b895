package me.digi.client.auth;

import java.time.Instant;
import java.util.Objects;
import me.digi.client.internal.io.Hidden;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One token, access or refresh, and when it expires. The value is a secret: it never prints, and JSON libraries find nothing
 * to write.
 *
 * <p>digi.me counts a token's expiry in whole seconds since 1970: a fraction of a second is cut off, and an instant
 * before 1970 or after the year 9999 is rejected. An expiry may be unknown: the token is then used until the service
 * refuses it.
 */
@Value.Immutable
@ValueStyle.WithoutBuilder
public abstract class Token {
    Token() {}

    /** A token of this value that expires then; null if that is unknown. */
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

    /** When the service stops accepting the token, in whole seconds; null if it did not say, or nothing that makes sense. */
    @Value.Parameter
    public abstract @Nullable Instant expiresAt();

    /** The token itself, as it is sent. */
    public final String value() {
        return hiddenValue().value();
    }

    /** Masks the value. */
    @Override
    public String toString() {
        return "Token{value=***, expiresAt=" + expiresAt() + "}";
    }

    /** Builds a {@link Token}. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String value;
        private @Nullable Instant expiresAt;

        Builder() {}

        /** The token itself, as it is sent. */
        public Builder value(String value) {
            this.value = Objects.requireNonNull(value, "value");
            return this;
        }

        /** When the service stops accepting the token; null if unknown. */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /**
         * The token.
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
