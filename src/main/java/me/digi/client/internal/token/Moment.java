package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;

/**
 * All that a decision knows of time.
 *
 * @param wall the wall clock, which expiries are compared with
 * @param pairAge how long this client has known the present pair as a new one
 * @param isOwn whether this client itself has got the pair from the server
 * @param leaseStood how long this client has watched the record stand unchanged
 * @param leaseIsOver whether the lease is one that this client has given up and could not remove
 * @param verdictAge how long this client has known the verdict
 * @param keptAge how long this client has known the newest response that nobody could read yet
 * @param keptWasTried whether the kept responses have just been tried
 */
record Moment(
        Instant wall,
        Duration pairAge,
        boolean isOwn,
        Duration leaseStood,
        boolean leaseIsOver,
        Duration verdictAge,
        Duration keptAge,
        boolean keptWasTried) {}
