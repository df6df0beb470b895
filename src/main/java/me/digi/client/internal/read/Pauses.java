package me.digi.client.internal.read;

import java.time.Duration;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.Lifetime;

/** Pauses between two attempts at the same file. */
final class Pauses {
    private Pauses() {}

    /** Waits; until the thread is interrupted, whose flag stays set, or the client closes. */
    static void sleep(String operation, Lifetime lifetime, Duration pause) {
        try {
            lifetime.sleep(pause);
        } catch (InterruptedException e) {
            throw NetworkException.interrupted(operation, false, e);
        }
    }

    /** The pause after this one. */
    static Duration grownByHalf(Duration pause) {
        return pause.plus(pause.dividedBy(2));
    }
}
