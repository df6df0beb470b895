package me.digi.client.internal.oauth;

import me.digi.client.internal.http.CallHooks;
import org.jspecify.annotations.Nullable;

/** Delegates to hooks, and records arrival and failure, which OkHttp might not report. For one thread. */
final class TokenRequestHooks implements CallHooks {
    private final CallHooks hooks;
    private boolean arrived;
    private @Nullable Throwable failure;

    TokenRequestHooks(CallHooks hooks) {
        this.hooks = hooks;
    }

    boolean hasArrived() {
        return arrived;
    }

    /** Throws the hooks' failure, if any. */
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
        guarded(() -> hooks.beforeSending());
    }

    @Override
    public void beforeReplay() {
        guarded(() -> hooks.beforeReplay());
    }

    @Override
    public void arrived(String token) {
        arrived = true;
        guarded(() -> hooks.arrived(token));
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
