package me.digi.client.internal.read;

import java.time.Duration;

/** Pauses between attempts at the same file. */
final class Pauses {
    private Pauses() {}

    static Duration next(Duration pause) {
        return pause.plus(pause.dividedBy(2));
    }
}
