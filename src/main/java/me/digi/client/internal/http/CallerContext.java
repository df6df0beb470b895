package me.digi.client.internal.http;

import java.util.Map;
import me.digi.client.diagnostics.ClientObserver.Scope;
import me.digi.client.internal.io.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * What an application has attached to a thread, for work that continues on another one: SLF4J's MDC and Micrometer's
 * current observation. Empty without these libraries. Safe for use by many threads.
 */
public final class CallerContext {
    private static final Scope NO_SCOPE = () -> {};
    private static final CallerContext EMPTY = new CallerContext(null, null);
    private static final ApplicationCode<Runnable> LIBRARIES = new ApplicationCode<>("context", Runnable::run);

    private final @Nullable Map<String, String> mdc;
    /** An observation; the type must exist without Micrometer. */
    private final @Nullable Object observation;

    private CallerContext(@Nullable Map<String, String> mdc, @Nullable Object observation) {
        this.mdc = mdc;
        this.observation = observation;
    }

    /** This thread's context, for work that it waits for. */
    public static CallerContext capture() {
        return capture(OptionalLibraries.HAVE_MICROMETER ? LIBRARIES.get(() -> CurrentObservation.get()) : null);
    }

    /** This thread's context without the observation, which the work may outlive. */
    public static CallerContext captureMdc() {
        return capture(null);
    }

    private static CallerContext capture(@Nullable Object observation) {
        Map<String, String> mdc = mdc();
        return mdc == null && observation == null ? EMPTY : new CallerContext(mdc, observation);
    }

    /** Attaches the context to this thread; closing the scope restores the thread's own. */
    public Scope open() {
        if (this == EMPTY) {
            return NO_SCOPE;
        }
        Map<String, String> before = mdc();
        setMdc(mdc);
        Object known = observation;
        Scope opened = known == null ? null : LIBRARIES.get(() -> CurrentObservation.open(known));
        return () -> {
            if (opened != null) {
                LIBRARIES.call(() -> opened.close());
            }
            setMdc(before);
        };
    }

    /** Returns the work with this context. */
    public Runnable around(Runnable work) {
        return this == EMPTY ? work : Observing.within(() -> open(), work);
    }

    private static @Nullable Map<String, String> mdc() {
        return OptionalLibraries.HAVE_SLF4J ? LIBRARIES.get(() -> Slf4j.mdc()) : null;
    }

    private static void setMdc(@Nullable Map<String, String> values) {
        if (OptionalLibraries.HAVE_SLF4J) {
            LIBRARIES.call(() -> Slf4j.setMdc(values));
        }
    }
}
