package me.digi.client.internal.http;

import java.util.function.Supplier;
import me.digi.client.diagnostics.ClientObserver;
import me.digi.client.diagnostics.ClientObserver.Observed;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestStart;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.read.ReadProgress;
import org.jspecify.annotations.Nullable;

/** Tells the application's observer what starts; nothing if there is none. Safe for use by many threads. */
public final class Observations {
    private final @Nullable ClientObserver observer;
    private final ApplicationCode<Runnable> guard = new ApplicationCode<>("observer", Runnable::run);

    /** Tells this observer. */
    public Observations(@Nullable ClientObserver observer) {
        this.observer = observer;
    }

    public boolean areOn() {
        return observer != null;
    }

    Observing<RequestEvent> request(RequestStart request) {
        ClientObserver known = observer;
        return known == null ? Observing.nothing() : started(() -> known.request(request));
    }

    /** A refresh starts. */
    public Observing<RefreshEvent> refresh() {
        ClientObserver known = observer;
        return known == null ? Observing.nothing() : started(() -> known.refresh());
    }

    /** Reading all files of a session starts. */
    public Observing<ReadProgress> readAll() {
        ClientObserver known = observer;
        return known == null ? Observing.nothing() : started(() -> known.readAll());
    }

    private <E> Observing<E> started(Supplier<@Nullable Observed<E>> start) {
        Start<E> started = new Start<>(start);
        guard.call(started);
        Observed<E> observed = started.observed;
        return observed == null ? Observing.nothing() : new Observing<>(observed, guard);
    }

    /** A start that may fail. */
    private static final class Start<E> implements Runnable {
        private final Supplier<@Nullable Observed<E>> start;
        private @Nullable Observed<E> observed;

        Start(Supplier<@Nullable Observed<E>> start) {
            this.start = start;
        }

        @Override
        public void run() {
            observed = start.get();
        }
    }
}
