package me.digi.client.internal.io;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an application's listeners and loggers are called. Whatever they throw, errors included, is not the
 * call's failure and ends no thread: it is swallowed. The first failure of each is logged as a warning by
 * {@link java.util.logging}, under {@code me.digi.client}; the later ones are not, since they would fill a log. Safe for use
 * by many threads.
 *
 * @param <E> what it is called with
 */
public final class ApplicationCode<E> {
    private static final Logger LOG = Logger.getLogger("me.digi.client");

    private final String name;
    private final Consumer<? super E> code;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * Calls this.
     *
     * @param name what it is called in the log, such as {@code token listener}
     */
    public ApplicationCode(String name, Consumer<? super E> code) {
        this.name = name;
        this.code = code;
    }

    /** Calls it; returns in any case. */
    public void call(E event) {
        try {
            code.accept(event);
        } catch (Throwable e) {
            report("the " + name + " failed; its later failures are not reported", e);
        }
    }

    /** Reports what is wrong with the application's code, unless that has been reported. */
    public void report(String problem, @Nullable Throwable cause) {
        if (reported.add(problem)) {
            warn(problem, cause);
        }
    }

    /** Logs a warning for the people who run the application. */
    public static void warn(String problem, @Nullable Throwable cause) {
        try {
            LOG.log(Level.WARNING, problem, cause);
        } catch (Throwable unreported) {
            // A log handler is the application's as well, and the memory may be used up: the call goes on.
            return;
        }
    }
}
