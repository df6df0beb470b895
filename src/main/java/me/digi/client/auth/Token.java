package me.digi.client.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    static final long YEAR_10000 = 253_402_300_800L;

    Token() {}

    /** A token with this expiry; null if unknown. */
    public static Token of(String value, @Nullable Instant expiresAt) {
        Require.secret("value", value);
        Instant whole = expiresAt == null ? null : checked(expiresAt);
        return ImmutableToken.of(new Hidden<>(value), whole);
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

    private static Instant checked(Instant expiresAt) {
        long seconds = expiresAt.getEpochSecond();
        if (seconds <= 0) {
            throw new IllegalArgumentException("expiresAt must be after 1970, in seconds: " + seconds);
        }
        if (seconds >= YEAR_10000) {
            String hint = seconds < YEAR_10000 * 1000 ? "; this looks like milliseconds" : "";
            throw new IllegalArgumentException(
                    "expiresAt must be before the year 10000, in seconds since 1970: " + seconds + hint);
        }
        return expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
