package me.digi.client;

import java.time.Duration;
import java.util.function.Consumer;

/** Clients for tests of other packages, which record pauses or signal them. */
public final class TestSleepers {
    private TestSleepers() {}

    /** A builder of clients that record each pause instead of waiting. */
    public static DigiMe.Builder recordingPauses(DigiMe.Builder builder, Consumer<Duration> pauses) {
        return builder.sleeper(pauses::accept);
    }

    /** A builder of clients that call this and then wait. */
    public static DigiMe.Builder waiting(DigiMe.Builder builder, Runnable begins) {
        return builder.sleeper(pause -> {
            begins.run();
            Thread.sleep(pause.toMillis());
        });
    }
}
