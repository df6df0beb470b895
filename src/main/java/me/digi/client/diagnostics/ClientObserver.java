package me.digi.client.diagnostics;

import me.digi.client.read.ReadProgress;

/**
 * Observes requests, refreshes and reading from start to end, for metrics and traces. {@link MicrometerObserver} is the
 * one for Micrometer, and with it for OpenTelemetry; implement this for another library.
 *
 * <p>Must be thread-safe and quick: calls wait for it. Exceptions and errors it throws do not affect the call; the first
 * is logged as a warning to {@code me.digi.client} by {@link java.util.logging}.
 */
public interface ClientObserver {
    /**
     * An attempt to send an HTTP request starts. Called on the calling thread, where the request is opened and ended as
     * well; for refreshes on a thread of the client. Ended as {@link RequestLogger} describes.
     */
    Observed<RequestEvent> request(RequestStart request);

    /** A refresh starts. Called on the thread whose call causes it; opened and ended on a thread of the client. */
    Observed<RefreshEvent> refresh();

    /**
     * Reading all files of a session starts. Called on the calling thread; opened on each thread that reads, and ended
     * with the last event of its progress.
     */
    Observed<ReadProgress> readAll();

    /**
     * What has started.
     *
     * @param <E> how it ends
     */
    interface Observed<E> {
        /** It runs on this thread from now on, until the scope is closed. */
        Scope open();

        /** It has ended; all scopes are closed. */
        void end(E event);
    }

    /** The time in which a thread works on what is observed. Closed on that thread. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
