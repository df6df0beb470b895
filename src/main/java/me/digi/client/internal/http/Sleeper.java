package me.digi.client.internal.http;

import java.time.Duration;

/** Sleeps; replaced in tests. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}
