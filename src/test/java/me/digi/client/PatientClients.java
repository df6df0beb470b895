package me.digi.client;

import java.time.Duration;
import java.util.function.Consumer;

/** Lets tests of other packages have clients whose pauses are noted and not waited for. */
public final class PatientClients {
    private PatientClients() {}

    /** A builder of clients that hand each pause to this, and go on. */
    public static DigiMe.Builder notingPauses(DigiMe.Builder builder, Consumer<Duration> pauses) {
        return builder.sleeper(pauses::accept);
    }

    /** A builder of clients that really wait, and say so first. */
    public static DigiMe.Builder waiting(DigiMe.Builder builder, Runnable begins) {
        return builder.sleeper(pause -> {
            begins.run();
            Thread.sleep(pause.toMillis());
        });
    }
}
