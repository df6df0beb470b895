package me.digi.client.sandbox.internal.state;

import java.time.Duration;

/**
 * The lifetimes of tokens, codes and sessions.
 *
 * @param session of sessions and their pages
 * @param timestampWindow how far a request's timestamp may be from the clock, either way
 */
public record Lifetimes(Duration access, Duration refresh, Duration code, Duration session, Duration timestampWindow) {}
