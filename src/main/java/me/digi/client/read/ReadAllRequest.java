package me.digi.client.read;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Configures reading all files of a session.
 *
 * <pre>{@code
 * ReadAllRun run = files.readAllRequest()
 *         .options(ReadAllOptions.builder().parallelism(8).build())
 *         .listener(progress -> print(progress.filesDone() + " of " + progress.filesKnown()))
 *         .start(file -> store(file.name(), file.readBytes()));
 * ReadAllSummary summary = run.await();
 * }</pre>
 */
public interface ReadAllRequest {
    /** Default: {@link ReadAllOptions#defaults()}. */
    ReadAllRequest options(ReadAllOptions options);

    /**
     * Receives the progress: after each list and each file, as content arrives, and once at the end with
     * {@link ReadProgress#end()}. Optional. Never called twice with equal progress. Called on reading threads, one call
     * at a time, and reading waits for it, so return quickly.
     *
     * <p>Exceptions and errors do not affect reading. The first one is logged as a warning by {@link java.util.logging},
     * under {@code me.digi.client}.
     */
    ReadAllRequest listener(Consumer<? super ReadProgress> listener);

    /** Starts reading on separate threads, and passes each file to the handler. */
    ReadAllRun start(FileHandler handler);

    /**
     * Starts reading on separate threads, into a directory; otherwise as {@link SessionFiles#readAll(Path)}.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    ReadAllRun startInto(Path directory);
}
