package me.digi.client.read;

import java.nio.file.Path;

/**
 * The files of a session. Get it from {@code DigiMeUser.files(Session)}; tokens are refreshed beneath. Safe for use by
 * many threads.
 */
public interface SessionFiles {
    /** Lists the files so far, and how far the service has got. */
    FileList list();

    /**
     * Opens a file. One that has just been listed may not be there for a moment, so one that is not found is asked for
     * again, as {@link ReadOptions#notFoundRetries()} has it. One that is cut off while it is read is asked for again, as the
     * client's retry policy has it, and the reading goes on at that place, unless the file has changed meanwhile.
     *
     * @throws me.digi.client.error.FileException if it is plain from the start that the file cannot be read: it is not
     *     encrypted for the contract's private key, its length is impossible, or its metadata is missing or malformed
     * @throws me.digi.client.error.ApiException if digi.me responds with an error
     */
    SessionFile read(String name);

    /** Opens a file of the list; otherwise as {@link #read(String)}. */
    ListedFile read(FileEntry entry);

    /** Fetches what a file is, without its content. */
    FileMetadata fetchMetadata(String name);

    /**
     * Reads all files, new and changed ones, side by side, until the service has fetched all data, and waits for that.
     *
     * @return which files were read, which failed and why: look at {@link ReadAllSummary#isComplete()}
     * @throws me.digi.client.error.DigiMeException if the list of files can no longer be had; and if this thread is
     *     interrupted, which stops the reading
     */
    ReadAllSummary readAll(FileHandler handler);

    /**
     * As {@link #readAll(FileHandler)}, into a directory, which is made if need be. Each file is there as a whole or not
     * at all, for its owner alone where the file system knows owners, and replaces one of its name. Names are made safe:
     * {@link ReadFile#path()} says what became of each.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    ReadAllSummary readAll(Path directory);

    /** A request to read all files with options, with a listener, or without waiting; it sends nothing until it is started. */
    ReadAllRequest readAllRequest();
}
