package me.digi.client.sandbox.internal.state;

import java.time.Duration;

/**
 * How long things are good for.
 *
 * @param access access tokens
 * @param refresh refresh tokens
 * @param code authorization codes, from the click to the exchange
 * @param session sessions, and the pages that belong to them
 * @param timestampWindow how far a request's timestamp may lie from the clock, either way
 */
public record Lifetimes(Duration access, Duration refresh, Duration code, Duration session, Duration timestampWindow) {}
