package me.digi.client.internal.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh that was recorded before it was sent. While it is under way it is a lease: nobody else refreshes. When the
 * lease has run out, or its holder has let go of it, it is a doubt: the request may have been acted on.
 *
 * @param holder who refreshes, a random name
 * @param startedAt when the refresh token was first presented
 * @param leaseUntil until when the others leave it to the holder
 * @param answer the server's answer, if it came and could not be verified yet
 */
record RefreshAttempt(
        String holder,
        Instant startedAt,
        Instant leaseUntil,
        @Nullable String answer) {
    boolean isLeasedAt(Instant now) {
        return now.isBefore(leaseUntil);
    }

    /** The same doubt, with the lease given up: for every clock, however it goes. */
    RefreshAttempt released() {
        return new RefreshAttempt(holder, startedAt, Instant.EPOCH, answer);
    }

    /** The same attempt, with an answer that nobody could verify yet, or without. */
    RefreshAttempt answered(@Nullable String token) {
        return new RefreshAttempt(holder, startedAt, leaseUntil, token);
    }

    @Override
    public String toString() {
        return "RefreshAttempt[holder=" + holder + ", startedAt=" + startedAt + ", leaseUntil=" + leaseUntil
                + (answer == null ? "" : ", answer=***") + "]";
    }
}
