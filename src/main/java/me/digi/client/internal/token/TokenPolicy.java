package me.digi.client.internal.token;

import java.time.Duration;

/**
 * How long the parts of a refresh may take.
 *
 * @param lease for how long others leave a refresh to the one who has recorded it: longer than both its tries
 * @param poll how often the others look whether the result is there
 * @param patience how long a caller waits for a refresh before it gives up waiting
 * @param verdict for how long a refused grant is not asked about again
 * @param pauseAfterFailure for how long a failed refresh in the background, or a failed write, is not tried again
 */
public record TokenPolicy(
        Duration lease, Duration poll, Duration patience, Duration verdict, Duration pauseAfterFailure) {
    private static final Duration SLACK = Duration.ofSeconds(15);

    /**
     * The policy for a client whose token requests take so long at most, and whose calls take so long.
     *
     * @param tokenCall a lease covers three of them: two tries, and a look at the server's keys
     */
    public static TokenPolicy of(Duration tokenCall, Duration call) {
        return new TokenPolicy(
                tokenCall.multipliedBy(3).plus(SLACK),
                Duration.ofMillis(100),
                call,
                Duration.ofMinutes(2),
                Duration.ofSeconds(10));
    }

    /** The same with another lease. */
    public TokenPolicy withLease(Duration other) {
        return new TokenPolicy(other, poll, patience, verdict, pauseAfterFailure);
    }
}
