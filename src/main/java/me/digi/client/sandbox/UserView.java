package me.digi.client.sandbox;

import java.time.Instant;

/**
 * A user of the sandbox.
 *
 * @param createdAt by the sandbox's clock
 */
public record UserView(String id, Instant createdAt) {}
