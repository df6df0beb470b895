package me.digi.client.internal.token;

import java.time.Duration;

/**
 * How long the parts of a refresh take, in monotonic time.
 *
 * @param lease how long a record must stand unchanged before another client takes a refresh over
 * @param renewal how often the holder of a lease renews it
 * @param poll how often the others look whether the new pair is there
 * @param verdict how long a refused pair is not presented again
 * @param keyWait how long a response under an unknown key is looked up before the refresh token is presented again
 * @param confirmation how long a loaded record is used without looking at the store
 * @param youth how long a new pair is not replaced, unless the server says that it is invalid
 * @param retry how soon a failed write of what must not be lost is retried
 * @param pauseAfterFailure how long a failed refresh is not repeated in the background
 */
public record TokenPolicy(
        Duration lease,
        Duration renewal,
        Duration poll,
        Duration verdict,
        Duration keyWait,
        Duration confirmation,
        Duration youth,
        Duration retry,
        Duration pauseAfterFailure) {
    /** The policy of every client. */
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
