package me.digi.client.internal.io;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's listeners and loggers. Whatever they throw, errors included, is swallowed: it must not fail a
 * call or end a thread. The first failure of each is logged as a warning by {@link java.util.logging} under {@code
 * me.digi.client}; later ones are not. Safe for use by many threads.
 */
public final class ApplicationCode<E> {
    private static final Logger LOG = Logger.getLogger("me.digi.client");

    private final String name;
    private final Consumer<? super E> code;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * Wraps code of the application.
     *
     * @param name in log messages, such as {@code token listener}
     */
    public ApplicationCode(String name, Consumer<? super E> code) {
        this.name = name;
        this.code = code;
    }

    /** Never throws. */
    public void call(E event) {
        try {
            code.accept(event);
        } catch (Throwable e) {
            report(e);
        }
    }

    /** Runs other code of the application. Never throws: returns null if the code does. */
    public <T> @Nullable T get(Supplier<? extends @Nullable T> other) {
        try {
            return other.get();
        } catch (Throwable e) {
            report(e);
            return null;
        }
    }

    private void report(Throwable failure) {
        report("the " + name + " failed; its later failures are not reported", failure);
    }

    /** Logs a problem, once. */
    public void report(String problem, @Nullable Throwable cause) {
        if (reported.add(problem)) {
            warn(problem, cause);
        }
    }

    /** Logs a warning. Never throws. */
    public static void warn(String problem, @Nullable Throwable cause) {
        try {
            LOG.log(Level.WARNING, problem, cause);
        } catch (Throwable unreported) {
            // Log handlers belong to the application too, and memory may be exhausted.
            return;
        }
    }
}
