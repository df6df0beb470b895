package me.digi.client.internal.http;

import java.util.Map;
import me.digi.client.diagnostics.ClientObserver.Scope;
import me.digi.client.internal.io.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * What an application has attached to the thread of a call, and what goes along when the call's work moves to another
 * thread: SLF4J's MDC, and Micrometer's current observation. Without these libraries it is empty. Safe for use by many
 * threads.
 */
public final class CallerContext {
    private static final Scope NO_SCOPE = () -> {};
    private static final CallerContext EMPTY = new CallerContext(null, null);
    private static final ApplicationCode<Runnable> LIBRARIES = new ApplicationCode<>("context", Runnable::run);

    private final @Nullable Map<String, String> mdc;
    /** An observation, in a type that is there without Micrometer. */
    private final @Nullable Object observation;

    private CallerContext(@Nullable Map<String, String> mdc, @Nullable Object observation) {
        this.mdc = mdc;
        this.observation = observation;
    }

    /** That of this thread, for work that this thread waits for. */
    public static CallerContext capture() {
        return capture(OptionalLibraries.HAVE_MICROMETER ? observation() : null);
    }

    /** That of this thread without the observation, for work that may outlive it. */
    public static CallerContext captureMdc() {
        return capture(null);
    }

    private static CallerContext capture(@Nullable Object observation) {
        Map<String, String> mdc = mdc();
        return mdc == null && observation == null ? EMPTY : new CallerContext(mdc, observation);
    }

    /** Attaches it to this thread, until the scope is closed; then this thread has its own again. */
    public Scope open() {
        if (this == EMPTY) {
            return NO_SCOPE;
        }
        Map<String, String> before = mdc();
        setMdc(mdc);
        Scope[] opened = {NO_SCOPE};
        if (observation != null) {
            LIBRARIES.call(() -> opened[0] = CurrentObservation.open(observation));
        }
        return () -> {
            LIBRARIES.call(() -> opened[0].close());
            setMdc(before);
        };
    }

    /** The work, with this context wherever it runs. */
    public Runnable around(Runnable work) {
        if (this == EMPTY) {
            return work;
        }
        return () -> {
            Scope scope = open();
            try {
                work.run();
            } finally {
                scope.close();
            }
        };
    }

    private static @Nullable Object observation() {
        Object[] current = {null};
        LIBRARIES.call(() -> current[0] = CurrentObservation.get());
        return current[0];
    }

    private static @Nullable Map<String, String> mdc() {
        if (!OptionalLibraries.HAVE_SLF4J) {
            return null;
        }
        MdcCopy copy = new MdcCopy();
        LIBRARIES.call(copy);
        return copy.values;
    }

    private static void setMdc(@Nullable Map<String, String> values) {
        if (OptionalLibraries.HAVE_SLF4J) {
            LIBRARIES.call(() -> MdcCopy.set(values));
        }
    }
}
