package me.digi.client.internal.http;

import java.util.function.Function;
import me.digi.client.diagnostics.ClientObserver;
import me.digi.client.diagnostics.ClientObserver.Observed;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.RequestStart;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.read.ReadProgress;
import org.jspecify.annotations.Nullable;

/** Notifies the application's observer, if there is one, when something starts. Safe for use by many threads. */
public final class Observations {
    private final @Nullable ClientObserver observer;
    private final ApplicationCode<Runnable> guard = new ApplicationCode<>("observer", Runnable::run);

    public Observations(@Nullable ClientObserver observer) {
        this.observer = observer;
    }

    public boolean areOn() {
        return observer != null;
    }

    Observing<RequestEvent> request(RequestStart request) {
        return started(known -> known.request(request));
    }

    public Observing<RefreshEvent> refresh() {
        return started(known -> known.refresh());
    }

    public Observing<ReadProgress> readAll() {
        return started(known -> known.readAll());
    }

    private <E> Observing<E> started(Function<ClientObserver, @Nullable Observed<E>> start) {
        ClientObserver known = observer;
        Observed<E> observed = known == null ? null : guard.get(() -> start.apply(known));
        return observed == null ? Observing.nothing() : new Observing<>(observed, guard);
    }
}
