package me.digi.client.internal.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import me.digi.client.error.NetworkException;

/** How long a client lives: ends what waits, and whatever else goes on, when it is closed. Safe for use by many threads. */
public final class Lifetime implements AutoCloseable {
    private final Sleeper sleeper;
    private final Set<Runnable> endings = new HashSet<>();
    private boolean isClosed;

    /** A life that begins now, with pauses by this sleeper. */
    public Lifetime(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Waits; until the client closes at most.
     *
     * @throws InterruptedException if the client closes, or the thread was interrupted; only then is its flag set
     */
    public void sleep(Duration pause) throws InterruptedException {
        Sleep sleep = new Sleep(Thread.currentThread());
        boolean wasInterrupted = false;
        whenClosed(sleep);
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            wasInterrupted = true;
        } finally {
            remove(sleep);
            sleep.end();
        }
        if (sleep.wasCutShort()) {
            throw new InterruptedException("the client was closed");
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedException();
        }
    }

    /**
     * As {@link #sleep}.
     *
     * @param operation what goes on after the pause, for the error
     * @throws NetworkException in place of the {@link InterruptedException}
     */
    public void pause(String operation, Duration pause) {
        try {
            sleep(pause);
        } catch (InterruptedException e) {
            throw NetworkException.interrupted(operation, false, e);
        }
    }

    /** Has this run when the client closes, at once if it is closed. It is to be quick. */
    public void whenClosed(Runnable ending) {
        synchronized (this) {
            if (!isClosed) {
                endings.add(ending);
                return;
            }
        }
        ending.run();
    }

    /** What the ending was for is over. */
    public synchronized void remove(Runnable ending) {
        endings.remove(ending);
    }

    @Override
    public void close() {
        List<Runnable> toRun;
        synchronized (this) {
            isClosed = true;
            toRun = List.copyOf(endings);
            endings.clear();
        }
        toRun.forEach(Runnable::run);
    }

    /** A thread in its sleep, which is woken by an interrupt, but never interrupted after it. */
    private static final class Sleep implements Runnable {
        private final Thread thread;
        private boolean isOver;
        private boolean isCutShort;

        Sleep(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!isOver) {
                isCutShort = true;
                thread.interrupt();
            }
        }

        /** Ends the sleep, and clears the flag if it is of this sleep's making. */
        synchronized void end() {
            isOver = true;
            if (isCutShort) {
                boolean unused = Thread.interrupted();
            }
        }

        synchronized boolean wasCutShort() {
            return isCutShort;
        }
    }
}
