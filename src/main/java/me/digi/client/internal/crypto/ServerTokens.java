package me.digi.client.internal.crypto;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.crypto.ServerKeys.KeySet;
import me.digi.client.internal.crypto.Verification.Rejected;
import me.digi.client.internal.crypto.Verification.Unverified;
import me.digi.client.internal.crypto.Verification.Verified;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens in responses: PS512 only, with the key for the token's {@code kid} from {@code jwks/oauth} under the
 * base URL. A token's {@code jku} is ignored. Safe for use by many threads.
 */
public final class ServerTokens {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** The most that a plausible time differs from the arrival. */
    private static final Duration MAX_DISTANCE = Duration.ofDays(7305);

    private final ServerKeys keys;

    /**
     * Verifies tokens with keys of this source.
     *
     * @param operation that fetches keys, for exceptions
     * @param keySource fetches keys by {@code kid}
     * @param ticker monotonic time in nanoseconds
     */
    public ServerTokens(
            String operation, Function<Deadline, Map<String, List<PublicKey>>> keySource, LongSupplier ticker) {
        this.keys = new ServerKeys(operation, keySource, ticker);
    }

    /** Fetches the server's keys if none are cached. */
    public void ensureKeysKnown(Deadline deadline) {
        keys.ensureKnown(deadline);
    }

    /**
     * Verifies with cached keys; never blocks.
     *
     * @param at the arrival, which {@code exp} and {@code nbf} are compared with
     */
    public Verification verify(String operation, String compact, Instant at) {
        try {
            UnverifiedToken token = new UnverifiedToken(operation, compact);
            KeySet known = keys.cached();
            Verified verified = known == null ? null : token.verifiedBy(known.of(token.keyId()));
            return verified == null ? new Unverified(reason(operation, token, known)) : inTime(operation, verified, at);
        } catch (VerificationException e) {
            return new Rejected(e);
        }
    }

    /**
     * Verifies, fetching keys if they are missing or do not match, within the lookup limits.
     *
     * @param at the arrival, which {@code exp} and {@code nbf} are compared with
     * @throws me.digi.client.error.DigiMeException if the keys could not be fetched
     */
    public Verification verifyAfterLookup(String operation, String compact, Instant at, Deadline deadline) {
        int fetchesBefore = keys.fetches();
        try {
            UnverifiedToken token = new UnverifiedToken(operation, compact);
            KeySet seen = keys.cached();
            Verified verified = seen == null ? null : token.verifiedBy(seen.of(token.keyId()));
            while (verified == null) {
                KeySet fresh = keys.lookUp(token.keyId(), seen, deadline);
                if (fresh.isSame(seen)) {
                    return new Unverified(reason(operation, token, seen));
                }
                verified = token.verifiedBy(fresh.of(token.keyId()));
                if (verified != null) {
                    keys.lookupSucceeded(token.keyId());
                } else if (fresh.number() > fetchesBefore) {
                    VerificationException why = reason(operation, token, fresh);
                    return why.check() == Check.SIGNATURE ? new Rejected(why) : new Unverified(why);
                }
                seen = fresh;
            }
            return inTime(operation, verified, at);
        } catch (VerificationException e) {
            return new Rejected(e);
        }
    }

    /** Checks {@code nbf} and {@code exp} against the time of arrival. */
    private static Verified inTime(String operation, Verified token, Instant arrivedAt) {
        try {
            Map<String, @Nullable Object> claims = PartialJson.readObject(token.payload(), Set.of("exp", "nbf"));
            Instant expires = time(claims, "exp", arrivedAt);
            if (expires != null && arrivedAt.isAfter(expires.plus(CLOCK_SKEW))) {
                throw new VerificationException(operation, Check.EXPIRED, "it had expired when it arrived");
            }
            Instant begins = time(claims, "nbf", arrivedAt);
            if (begins != null && arrivedAt.isBefore(begins.minus(CLOCK_SKEW))) {
                throw new VerificationException(operation, Check.NOT_YET_VALID, "it was not valid yet when it arrived");
            }
            return token;
        } catch (JsonException e) {
            throw new VerificationException(operation, Check.FORMAT, "its payload is malformed: " + e.getMessage());
        }
    }

    /** Null if there is none, or an implausible one. */
    private static @Nullable Instant time(Map<String, @Nullable Object> claims, String name, Instant arrivedAt) {
        Object value = claims.get(name);
        BigDecimal number = PartialJson.number(value);
        if (value != null && number == null) {
            throw new JsonException("'" + name + "' is not a time");
        }
        return EpochTime.between(arrivedAt.minus(MAX_DISTANCE), number, arrivedAt.plus(MAX_DISTANCE));
    }

    /** Why none of the keys has signed the token. */
    private static VerificationException reason(String operation, UnverifiedToken token, @Nullable KeySet known) {
        boolean hasItsKey = known != null && !known.of(token.keyId()).isEmpty();
        return hasItsKey
                ? new VerificationException(operation, Check.SIGNATURE, "the signature does not match the content")
                : new VerificationException(operation, Check.KEY_ID, "the server has no signing key with its 'kid'");
    }
}
