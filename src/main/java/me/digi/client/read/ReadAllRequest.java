package me.digi.client.read;

import java.nio.file.Path;

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

    /** Called with the progress. Optional. */
    ReadAllRequest listener(ReadProgressListener listener);

    /** Starts reading on separate threads, and passes each file to the handler. */
    ReadAllRun start(FileHandler handler);

    /**
     * Starts reading on separate threads, into a directory; otherwise as {@link SessionFiles#readAll(Path)}.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    ReadAllRun startInto(Path directory);
}
