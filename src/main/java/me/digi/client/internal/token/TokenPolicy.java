package me.digi.client.internal.token;

import java.time.Duration;

/**
 * The durations of the token engine, in monotonic time.
 *
 * @param lease how long a record must stay unchanged before another client takes over
 * @param renewal how often the lease is renewed
 * @param poll how often others check for the new pair
 * @param verdict how long a rejected pair is not sent again
 * @param keyWait how long keys are looked up for a stored response before the refresh token is sent again
 * @param confirmation how long a loaded record is used without store access
 * @param gracePeriod how long a new pair is not replaced, unless the server reports it as invalid
 * @param retry the delay before a failed write is retried
 * @param pauseAfterFailure how long background refreshes pause after a failure
 */
public record TokenPolicy(
        Duration lease,
        Duration renewal,
        Duration poll,
        Duration verdict,
        Duration keyWait,
        Duration confirmation,
        Duration gracePeriod,
        Duration retry,
        Duration pauseAfterFailure) {
    public static TokenPolicy defaults() {
        return new TokenPolicy(
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }
}
