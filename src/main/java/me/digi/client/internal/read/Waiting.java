package me.digi.client.internal.read;

import java.time.Clock;
import me.digi.client.internal.http.Sleeper;

/** Where time and waiting come from. */
public record Waiting(Clock clock, Sleeper sleeper) {}
