package me.digi.client.read;

import java.nio.file.Path;

/**
 * All files of a session, about to be read.
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
    /** How many files at once, and how long to wait; {@link ReadAllOptions#defaults()} unless set. */
    ReadAllRequest options(ReadAllOptions options);

    /** Hears how far the reading has got; nobody does unless set. */
    ReadAllRequest listener(ReadProgressListener listener);

    /** Begins to read, on threads of its own, and hands each file to the handler. */
    ReadAllRun start(FileHandler handler);

    /**
     * Begins to read, on threads of its own, into a directory, as {@link SessionFiles#readAll(Path)} does.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    ReadAllRun startInto(Path directory);
}
