package me.digi.client.internal.oauth;

import me.digi.client.internal.http.CallHooks;
import org.jspecify.annotations.Nullable;

/** A token request on its way: remembers how far it got, whatever becomes of the call around it. For one thread. */
final class Sending implements CallHooks {
    private final Delivery delivery;
    private boolean arrived;
    private @Nullable Throwable failure;

    Sending(Delivery delivery) {
        this.delivery = delivery;
    }

    boolean hasArrived() {
        return arrived;
    }

    /** Throws what {@link Delivery} threw, the very same. */
    void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void beforeSending() {
        rethrow();
        guarded(() -> delivery.beforeSending());
    }

    @Override
    public void beforeReplay() {
        guarded(() -> delivery.beforeReplay());
    }

    @Override
    public void arrived(String token) {
        arrived = true;
        guarded(() -> delivery.arrived(token));
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }
}
