package me.digi.client.internal.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import me.digi.client.diagnostics.ClientObserver.Scope;
import org.jspecify.annotations.Nullable;

/** The observation that a thread is in, whatever registry it is of: they share it. Only with Micrometer. */
final class CurrentObservation {
    private static final ObservationRegistry ANY = ObservationRegistry.create();

    private CurrentObservation() {}

    static @Nullable Object get() {
        return ANY.getCurrentObservation();
    }

    static Scope open(Object observation) {
        Observation.Scope scope = ((Observation) observation).openScope();
        return () -> scope.close();
    }
}
