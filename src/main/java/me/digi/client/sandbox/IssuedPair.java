package me.digi.client.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token pair, from when it was issued until it was no longer accepted. Expiry does not end a pair: see
 * {@link TokenPair}.
 *
 * @param endedAt null while the pair is live
 * @param end why it ended; null while it is live
 */
public record IssuedPair(
        TokenPair tokens,
        Instant issuedAt,
        @Nullable Instant endedAt,
        @Nullable End end) {
    /** Why both tokens of a pair are no longer accepted. */
    public enum End {
        /** Its refresh token was used. */
        REFRESHED,
        /** The user consented again. */
        CONSENTED_AGAIN,
        /** The grant was revoked, or the user deleted. */
        REVOKED
    }
}
