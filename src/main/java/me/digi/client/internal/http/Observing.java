package me.digi.client.internal.http;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.diagnostics.ClientObserver.Observed;
import me.digi.client.diagnostics.ClientObserver.Scope;
import me.digi.client.internal.io.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that the application's observer, if there is one, observes. Swallows what the observer throws. Safe for use
 * by many threads.
 *
 * @param observed null without an observer
 * @param <E> the event with which it ends
 */
public record Observing<E>(@Nullable Observed<E> observed, ApplicationCode<Runnable> guard) {
    private static final Scope NO_SCOPE = () -> {};
    private static final Observing<?> NOTHING = new Observing<>(null, new ApplicationCode<>("", Runnable::run));

    /** Without an observer. */
    @SuppressWarnings("unchecked") // It ignores events.
    static <E> Observing<E> nothing() {
        return (Observing<E>) NOTHING;
    }

    Scope open() {
        Observed<E> known = observed;
        if (known == null) {
            return NO_SCOPE;
        }
        Scope opened = guard.get(() -> known.open());
        return opened == null ? NO_SCOPE : () -> guard.call(() -> opened.close());
    }

    /** Returns the work as part of what is observed. */
    public Runnable around(Runnable work) {
        return observed == null ? work : within(() -> open(), work);
    }

    /** Returns the work in a scope, which is opened by the thread that runs it. */
    static Runnable within(Supplier<Scope> opening, Runnable work) {
        return () -> {
            Scope scope = opening.get();
            try {
                work.run();
            } finally {
                scope.close();
            }
        };
    }

    /** Runs all of the observed work on this thread, and reports how it ended. */
    public <R> R during(Supplier<R> work, Function<R, E> result, Function<Throwable, E> failure) {
        Scope scope = open();
        R value;
        try {
            value = work.get();
        } catch (RuntimeException | Error e) {
            scope.close();
            end(failure.apply(e));
            throw e;
        }
        scope.close();
        end(result.apply(value));
        return value;
    }

    public void end(E event) {
        Observed<E> known = observed;
        if (known != null) {
            guard.call(() -> known.end(event));
        }
    }
}
