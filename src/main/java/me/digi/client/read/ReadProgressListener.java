package me.digi.client.read;

/**
 * Hears how far {@code readAll} has got: after each list, after each file, and as content comes. Called on the threads
 * that read, one at a time, so it should return soon. What it throws breaks nothing, and goes to the thread's
 * {@link Thread.UncaughtExceptionHandler}.
 */
@FunctionalInterface
public interface ReadProgressListener {
    /** Hears of it. */
    void progressed(ReadProgress progress);
}
