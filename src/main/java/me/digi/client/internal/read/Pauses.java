package me.digi.client.internal.read;

import java.time.Duration;

/** Pauses between two attempts at the same file. */
final class Pauses {
    private Pauses() {}

    /** The pause after this one. */
    static Duration grownByHalf(Duration pause) {
        return pause.plus(pause.dividedBy(2));
    }
}
