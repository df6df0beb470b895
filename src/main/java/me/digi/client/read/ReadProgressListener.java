package me.digi.client.read;

/**
 * Receives the progress of {@code readAll}: after each list and each file, as content arrives, and once at the end with
 * {@link ReadProgress#end()}. Never called twice with equal progress. Called on reading threads, one call at a time,
 * and reading waits for it, so return quickly.
 *
 * <p>Exceptions and errors do not affect reading. The first one is logged as a warning by {@link java.util.logging},
 * under {@code me.digi.client}.
 */
@FunctionalInterface
public interface ReadProgressListener {
    void progressed(ReadProgress progress);
}
