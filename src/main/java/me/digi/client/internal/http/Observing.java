package me.digi.client.internal.http;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.diagnostics.ClientObserver.Observed;
import me.digi.client.diagnostics.ClientObserver.Scope;
import me.digi.client.internal.io.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * What the application's observer observes, if there is one; what the observer throws stays here. Safe for use by many
 * threads.
 *
 * @param <E> how it ends
 */
public final class Observing<E> {
    private static final Scope NO_SCOPE = () -> {};
    private static final Observing<?> NOTHING = new Observing<>(null, new ApplicationCode<>("", Runnable::run));

    private final @Nullable Observed<E> observed;
    private final ApplicationCode<Runnable> guard;

    Observing(@Nullable Observed<E> observed, ApplicationCode<Runnable> guard) {
        this.observed = observed;
        this.guard = guard;
    }

    /** Nobody observes it. */
    @SuppressWarnings("unchecked") // It does nothing with an event.
    static <E> Observing<E> nothing() {
        return (Observing<E>) NOTHING;
    }

    Scope open() {
        Observed<E> known = observed;
        if (known == null) {
            return NO_SCOPE;
        }
        Scope[] opened = {NO_SCOPE};
        guard.call(() -> opened[0] = known.open());
        return () -> guard.call(() -> opened[0].close());
    }

    /** The work, as a part of what is observed. */
    public Runnable around(Runnable work) {
        if (observed == null) {
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

    /** Does the work on this thread as all that is observed, and says how it ended. */
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

    /** It has ended. */
    public void end(E event) {
        Observed<E> known = observed;
        if (known != null) {
            guard.call(() -> known.end(event));
        }
    }
}
