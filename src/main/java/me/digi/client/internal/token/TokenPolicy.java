package me.digi.client.internal.token;

import java.time.Duration;

/**
 * How long the parts of a refresh may take.
 *
 * @param lease for how long others leave a refresh to the one who has recorded it: longer than both its tries
 * @param poll how often the others look whether the result is there
 * @param wait how long a caller waits for a refresh before it gives up waiting
 * @param verdict for how long a refused grant is not asked about again
 * @param pauseAfterFailure for how long a failed refresh in the background, or a failed write, is not tried again
 */
record TokenPolicy(Duration lease, Duration poll, Duration wait, Duration verdict, Duration pauseAfterFailure) {
    static final Duration VERDICT = Duration.ofMinutes(2);
    static final Duration POLL = Duration.ofMillis(100);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
}
