package me.digi.client.internal.crypto;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/** Checks {@code nbf} and {@code exp} against the time of arrival. */
final class Validity {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Implausible times are ignored. */
    private static final Duration MAX_DISTANCE = Duration.ofDays(7305);

    private Validity() {}

    static void check(VerifiedToken token, Instant arrivedAt) throws FailedCheckException {
        Map<String, @Nullable Object> claims = claims(token);
        Instant expires = time(claims, "exp", arrivedAt);
        if (expires != null && arrivedAt.isAfter(expires.plus(CLOCK_SKEW))) {
            throw new FailedCheckException(Check.EXPIRED, "it had expired when it arrived");
        }
        Instant begins = time(claims, "nbf", arrivedAt);
        if (begins != null && arrivedAt.isBefore(begins.minus(CLOCK_SKEW))) {
            throw new FailedCheckException(Check.NOT_YET_VALID, "it was not valid yet when it arrived");
        }
    }

    private static Map<String, @Nullable Object> claims(VerifiedToken token) throws FailedCheckException {
        try {
            return PartialJson.readObject(token.payload(), Set.of("exp", "nbf"));
        } catch (JsonException e) {
            throw new FailedCheckException(Check.FORMAT, "it is not a signed JSON object");
        }
    }

    private static @Nullable Instant time(Map<String, @Nullable Object> claims, String name, Instant arrivedAt)
            throws FailedCheckException {
        Object value = claims.get(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = PartialJson.number(value);
        if (number == null) {
            throw new FailedCheckException(Check.FORMAT, "its '" + name + "' is not a time");
        }
        return EpochTime.between(arrivedAt.minus(MAX_DISTANCE), number, arrivedAt.plus(MAX_DISTANCE));
    }
}
