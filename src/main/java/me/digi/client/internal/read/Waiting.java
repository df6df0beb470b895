package me.digi.client.internal.read;

import java.time.Clock;
import me.digi.client.internal.http.Lifetime;

/** The clock, and pauses that end when the client closes. */
public record Waiting(Clock clock, Lifetime lifetime) {}
