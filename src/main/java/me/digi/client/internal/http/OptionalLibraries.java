package me.digi.client.internal.http;

import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** The libraries that an application has or does not have. Whatever uses them asks here first. */
public final class OptionalLibraries {
    /**
     * Whether there is SLF4J. Initializes it, once: if several of our threads did, one of them would get a temporary
     * MDC.
     */
    public static final boolean HAVE_SLF4J =
            have(() -> LoggerFactory.getILoggerFactory().getClass());

    static final boolean HAVE_MICROMETER = have(() -> ObservationRegistry.class);

    private OptionalLibraries() {}

    private static boolean have(Supplier<Class<?>> type) {
        try {
            return !type.get().getName().isEmpty();
        } catch (LinkageError isMissing) {
            return false;
        }
    }
}
