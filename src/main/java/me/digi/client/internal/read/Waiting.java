package me.digi.client.internal.read;

import java.time.Clock;
import me.digi.client.internal.http.Lifetime;

/** Where time and waiting come from. The waiting ends when the client closes. */
public record Waiting(Clock clock, Lifetime lifetime) {}
