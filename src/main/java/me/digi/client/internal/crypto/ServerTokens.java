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
import me.digi.client.internal.crypto.Verification.Rejected;
import me.digi.client.internal.crypto.Verification.Unverified;
import me.digi.client.internal.crypto.Verification.Verified;
import me.digi.client.internal.io.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens in responses: PS512 only, with the key for the token's {@code kid} from {@code jwks/oauth} under the
 * base URL. A token's {@code jku} is ignored. Safe for use by many threads.
 */
public final class ServerTokens {
    private final ServerKeys keys;
    private final Clock clock;

    /**
     * Verifies tokens with keys of this source.
     *
     * @param operation that fetches keys, for exceptions
     * @param keySource fetches keys by {@code kid}
     * @param ticker monotonic time in nanoseconds
     */
    public ServerTokens(
            String operation,
            Function<Deadline, Map<String, List<PublicKey>>> keySource,
            Clock clock,
            LongSupplier ticker) {
        this.keys = new ServerKeys(operation, keySource, ticker);
        this.clock = clock;
    }

    /** Fetches the server's keys if none are cached. */
    public void ensureKeysKnown(Deadline deadline) {
        keys.ensureKnown(deadline);
    }

    /**
     * Verifies a token that has just arrived, fetching keys if necessary.
     *
     * @param operation of the response, for the exception
     * @throws VerificationException if any check fails
     */
    public VerifiedToken verified(String operation, String compact, Deadline deadline) {
        Verification verification = verifyAfterLookup(operation, compact, clock.instant(), deadline);
        if (verification instanceof Verified good) {
            return good.token();
        }
        throw verification instanceof Unverified open ? open.why() : ((Rejected) verification).why();
    }

    /**
     * Verifies with cached keys; never blocks.
     *
     * @param at the arrival, which {@code exp} and {@code nbf} are compared with
     */
    public Verification verify(String operation, String compact, Instant at) {
        try {
            UnverifiedToken token = UnverifiedToken.parse(compact);
            KeySet known = keys.cached();
            VerifiedToken verified = known == null ? null : token.verifiedBy(known.of(token.keyId()));
            return verified == null ? unverified(operation, token, known) : inTime(verified, at);
        } catch (FailedCheckException e) {
            return new Rejected(exception(operation, e));
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
            UnverifiedToken token = UnverifiedToken.parse(compact);
            KeySet seen = keys.cached();
            VerifiedToken verified = seen == null ? null : token.verifiedBy(seen.of(token.keyId()));
            while (verified == null) {
                KeySet fresh = keys.lookUp(token.keyId(), seen, deadline);
                if (fresh.equals(seen)) {
                    return unverified(operation, token, seen);
                }
                verified = token.verifiedBy(fresh.of(token.keyId()));
                if (verified != null) {
                    keys.lookupSucceeded(token.keyId());
                } else if (fresh.number() > fetchesBefore) {
                    Verification open = unverified(operation, token, fresh);
                    boolean hasItsKey = !fresh.of(token.keyId()).isEmpty();
                    return hasItsKey ? new Rejected(((Unverified) open).why()) : open;
                }
                seen = fresh;
            }
            return inTime(verified, at);
        } catch (FailedCheckException e) {
            return new Rejected(exception(operation, e));
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
                                operation, Check.SIGNATURE, "the signature does not match the content")
                        : new VerificationException(
                                operation, Check.KEY_ID, "the server has no signing key with its 'kid'"));
    }

    private static VerificationException exception(String operation, FailedCheckException failed) {
        return new VerificationException(operation, failed.check(), failed.what(), failed);
    }
}
