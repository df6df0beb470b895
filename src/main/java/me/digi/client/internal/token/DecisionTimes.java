package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;

/**
 * The times and ages that a decision depends on.
 *
 * @param wall the wall clock, for expiries
 * @param pairAge how long this client has known the pair as a new one
 * @param isOwn whether this client received the pair from the server
 * @param recordUnchangedFor how long this client has seen the record unchanged
 * @param leaseIsOver whether this client released the lease but could not remove it
 * @param verdictAge how long this client has known the verdict
 * @param keptAge how long this client has known the newest unread response
 * @param keptWasTried whether the unread responses have just been tried
 */
record DecisionTimes(
        Instant wall,
        Duration pairAge,
        boolean isOwn,
        Duration recordUnchangedFor,
        boolean leaseIsOver,
        Duration verdictAge,
        Duration keptAge,
        boolean keptWasTried) {}
