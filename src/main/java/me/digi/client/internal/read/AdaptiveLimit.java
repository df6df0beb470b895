package me.digi.client.internal.read;

/**
 * How many files are read at once: half as many when the service or the network cannot keep up, one more when as many
 * as that were read. Safe for use by many threads.
 */
final class AdaptiveLimit {
    private final int most;
    private int allowed;
    private int running;
    private int readInARow;

    AdaptiveLimit(int most) {
        this.most = most;
        this.allowed = most;
    }

    /** Waits until another file may be read. */
    synchronized void enter() throws InterruptedException {
        while (running >= allowed) {
            wait();
        }
        running++;
    }

    /** A file was read, or failed for a reason of its own. */
    synchronized void leave() {
        readInARow++;
        if (readInARow >= allowed) {
            allow(Math.min(allowed + 1, most));
        }
        running--;
        notifyAll();
    }

    /** The service or the network could not keep up. */
    synchronized void leaveOverloaded() {
        allow(Math.max(allowed / 2, 1));
        running--;
        notifyAll();
    }

    private void allow(int files) {
        allowed = files;
        readInARow = 0;
    }

    synchronized int allowed() {
        return allowed;
    }
}
