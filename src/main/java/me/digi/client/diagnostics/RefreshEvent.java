package me.digi.client.diagnostics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a refresh ended. Contains no secrets.
 *
 * @param failure for {@link Outcome#FAILED} and {@link Outcome#IN_DOUBT}; otherwise null
 */
public record RefreshEvent(Outcome outcome, @Nullable Throwable failure) {
    public RefreshEvent {
        Objects.requireNonNull(outcome, "outcome");
    }

    /** What became of the token pair. */
    public enum Outcome {
        /** digi.me sent a new pair. */
        REFRESHED,
        /** No request was necessary: the store had a newer pair, of another client. */
        FOUND_IN_STORE,
        /** The user has to consent again. */
        REAUTHORIZE,
        /** The request was sent without a usable response: the pair may no longer work. */
        IN_DOUBT,
        /** The pair is as before; a later refresh may succeed. */
        FAILED
    }
}
