package me.digi.client.internal.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import me.digi.client.error.NetworkException;

/** Ends pauses and runs actions when the client closes. Safe for use by many threads. */
public final class Lifetime implements AutoCloseable {
    private final Sleeper sleeper;
    private final Set<Runnable> closeActions = new HashSet<>();
    private boolean isClosed;

    public Lifetime(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Sleeps, at most until the client closes.
     *
     * @throws InterruptedException if the client closes, or the thread was interrupted; only then is its flag set
     */
    public void sleep(Duration pause) throws InterruptedException {
        Sleep sleep = new Sleep(Thread.currentThread());
        boolean wasInterrupted = false;
        boolean isClosing;
        onClose(sleep);
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            wasInterrupted = true;
        } finally {
            remove(sleep);
            isClosing = sleep.end();
        }
        if (isClosing) {
            throw new InterruptedException("the client was closed");
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedException();
        }
    }

    /**
     * As {@link #sleep}, with another exception.
     *
     * @param operation for the exception
     * @throws NetworkException instead of {@link InterruptedException}
     */
    public void pause(String operation, Duration pause) {
        try {
            sleep(pause);
        } catch (InterruptedException e) {
            throw NetworkException.interrupted(operation, false, e);
        }
    }

    /** Runs the action, which must be quick, when the client closes; immediately if it is closed. */
    public void onClose(Runnable action) {
        synchronized (this) {
            if (!isClosed) {
                closeActions.add(action);
                return;
            }
        }
        action.run();
    }

    public synchronized void remove(Runnable action) {
        closeActions.remove(action);
    }

    @Override
    public void close() {
        List<Runnable> toRun;
        synchronized (this) {
            isClosed = true;
            toRun = List.copyOf(closeActions);
            closeActions.clear();
        }
        toRun.forEach(Runnable::run);
    }

    /** A sleeping thread, which is never interrupted after its sleep. */
    private static final class Sleep implements Runnable {
        private final Thread thread;
        private boolean isOver;
        private boolean isInterruptedByClose;

        Sleep(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!isOver) {
                isInterruptedByClose = true;
                thread.interrupt();
            }
        }

        /** Whether the client closes; then this class has set the interrupt flag, and clears it. */
        synchronized boolean end() {
            isOver = true;
            if (isInterruptedByClose) {
                boolean unused = Thread.interrupted();
            }
            return isInterruptedByClose;
        }
    }
}
