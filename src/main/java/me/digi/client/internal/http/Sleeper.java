package me.digi.client.internal.http;

import java.time.Duration;

/** Waits; in tests, without waiting. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long. */
    void sleep(Duration duration) throws InterruptedException;
}
