package me.digi.client.internal.read;

import java.time.Duration;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.Sleeper;

/** Pauses between two attempts at the same file. */
final class Pauses {
    private Pauses() {}

    /** Waits; a thread that is interrupted stops waiting, its interrupt flag set. */
    static void sleep(String operation, Sleeper sleeper, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(operation, false, e);
        }
    }

    /** The pause after this one. */
    static Duration grownByHalf(Duration pause) {
        return pause.plus(pause.dividedBy(2));
    }
}
