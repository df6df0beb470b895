package me.digi.client.read;

/**
 * Called with the progress of {@code readAll}: after each list, after each file, and as content comes, and once more at the
 * end, with {@link ReadProgress#end()}. It is not called twice with the same progress. Called on the threads
 * that read, one at a time, so it must be quick: the reading waits for it.
 *
 * <p>Whatever it throws, errors included, does not affect the reading. The first failure is logged as a warning by
 * {@link java.util.logging}, under {@code me.digi.client}.
 */
@FunctionalInterface
public interface ReadProgressListener {
    /** Called with the progress so far. */
    void progressed(ReadProgress progress);
}
