package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;

/**
 * The server's word that a pair is dead. It is kept in the record, so that every client can tell why a user was logged
 * out, and none asks again at once.
 *
 * @param verdict what the user has to do, and why
 * @param at when the server said so, by the clock of the client that asked
 */
record Refusal(Reauthorize verdict, Instant at) {
    /** Whether it was said so short a time ago, as clocks of machines go, that asking again would be of no use. */
    boolean isRecent(Instant now, Duration memory) {
        return Duration.between(at, now).abs().compareTo(memory) < 0;
    }
}
