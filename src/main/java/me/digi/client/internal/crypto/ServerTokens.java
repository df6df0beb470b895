package me.digi.client.internal.crypto;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.crypto.ServerKeys.KeySet;
import me.digi.client.internal.crypto.Verification.Unacceptable;
import me.digi.client.internal.crypto.Verification.Unverified;
import me.digi.client.internal.crypto.Verification.Verified;
import me.digi.client.internal.io.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the tokens in responses: PS512 only, with a key that the server publishes itself ({@code jwks/oauth} under the
 * base URL) and that has the token's {@code kid}. What a token says about where its key lies ({@code jku}) is ignored.
 * Safe for use by many threads.
 */
public final class ServerTokens {
    private final ServerKeys keys;
    private final Clock clock;

    /**
     * Verifies with keys that {@code keySource} fetches by this operation, by their {@code kid}.
     *
     * @param ticker the monotonic time in nanoseconds
     */
    public ServerTokens(
            String operation,
            Function<Deadline, Map<String, List<PublicKey>>> keySource,
            Clock clock,
            LongSupplier ticker) {
        this.keys = new ServerKeys(operation, keySource, ticker);
        this.clock = clock;
    }

    /** Fetches the server's keys if none are at hand. */
    public void ensureKeysKnown(Deadline deadline) {
        keys.ensureKnown(deadline);
    }

    /**
     * What a token says that has just come, once it is verified; keys are looked up if need be.
     *
     * @param operation which operation the server responded to, for the error
     * @throws VerificationException if any check fails
     */
    public VerifiedToken verified(String operation, String compact, Deadline deadline) {
        Verification verification = verifyAfterLookup(operation, compact, clock.instant(), deadline);
        if (verification instanceof Verified good) {
            return good.token();
        }
        throw verification instanceof Unverified open ? open.why() : ((Unacceptable) verification).why();
    }

    /**
     * Verifies with the keys at hand; waits for nothing.
     *
     * @param at when the token arrived, which {@code exp} and {@code nbf} are compared with
     */
    public Verification verify(String operation, String compact, Instant at) {
        try {
            UnverifiedToken token = UnverifiedToken.parse(compact);
            KeySet known = keys.atHand();
            VerifiedToken verified = known == null ? null : token.verifiedBy(known.of(token.keyId()));
            return verified == null ? unverified(operation, token, known) : inTime(verified, at);
        } catch (FailedCheckException e) {
            return new Unacceptable(exception(operation, e));
        }
    }

    /**
     * Verifies, and fetches the keys afresh if they are missing or do not fit, as often as the limits on look-ups allow.
     *
     * @param at when the token arrived, which {@code exp} and {@code nbf} are compared with
     * @throws me.digi.client.error.DigiMeException if the keys could not be fetched
     */
    public Verification verifyAfterLookup(String operation, String compact, Instant at, Deadline deadline) {
        int fetchesBefore = keys.fetches();
        try {
            UnverifiedToken token = UnverifiedToken.parse(compact);
            KeySet seen = keys.atHand();
            VerifiedToken verified = seen == null ? null : token.verifiedBy(seen.of(token.keyId()));
            while (verified == null) {
                KeySet fresh = keys.lookUp(token.keyId(), seen, deadline);
                if (fresh.equals(seen)) {
                    return unverified(operation, token, seen);
                }
                verified = token.verifiedBy(fresh.of(token.keyId()));
                if (verified != null) {
                    keys.wasFruitful(token.keyId());
                } else if (fresh.number() > fetchesBefore) {
                    Verification open = unverified(operation, token, fresh);
                    boolean hasItsKey = !fresh.of(token.keyId()).isEmpty();
                    return hasItsKey ? new Unacceptable(((Unverified) open).why()) : open;
                }
                seen = fresh;
            }
            return inTime(verified, at);
        } catch (FailedCheckException e) {
            return new Unacceptable(exception(operation, e));
        }
    }

    private static Verification inTime(VerifiedToken token, Instant at) throws FailedCheckException {
        Validity.check(token, at);
        return new Verified(token);
    }

    private static Verification unverified(String operation, UnverifiedToken token, @Nullable KeySet known) {
        boolean hasItsKey = known != null && !known.of(token.keyId()).isEmpty();
        return new Unverified(
                hasItsKey
                        ? new VerificationException(
                                operation, Check.SIGNATURE, "its signature does not match its content")
                        : new VerificationException(
                                operation, Check.KEY_ID, "no signing key of the server has its 'kid'"));
    }

    private static VerificationException exception(String operation, FailedCheckException failed) {
        return new VerificationException(operation, failed.check(), failed.what(), failed);
    }
}
