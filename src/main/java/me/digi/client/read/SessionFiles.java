package me.digi.client.read;

import java.nio.file.Path;

/**
 * The files of a session, from {@code DigiMeUser.files(Session)}. Access tokens are refreshed automatically. Safe for
 * use by many threads.
 */
public interface SessionFiles {
    /** Lists the files so far, and the state of fetching. */
    FileList list();

    /**
     * Opens a file. If it is not found it is requested again, as set by {@link ReadOptions#notFoundRetries()}. A
     * download that breaks off resumes where it stopped, within the client's retry policy, unless the file has changed.
     *
     * @throws me.digi.client.error.FileException if the file cannot be read: it is not encrypted for the contract's
     *     private key, its length is impossible, or its metadata is missing or malformed
     * @throws me.digi.client.error.ApiException if digi.me responds with an error
     */
    SessionFile read(String name);

    /** Opens a listed file; otherwise as {@link #read(String)}. */
    ListedFile read(FileEntry entry);

    /** Fetches a file's metadata without its content. */
    FileMetadata fetchMetadata(String name);

    /**
     * Reads all files, including new and changed ones, in parallel until the service has fetched all data. Blocks until
     * then.
     *
     * @return what was read and what failed: check {@link ReadAllSummary#isComplete()}
     * @throws me.digi.client.error.DigiMeException if the list of files can no longer be fetched, or if this thread is
     *     interrupted, which stops reading
     */
    ReadAllSummary readAll(FileHandler handler);

    /**
     * As {@link #readAll(FileHandler)}, into a directory, which is created if needed. Files are written atomically,
     * replace those of the same name, and are readable by their owner only where the file system supports it. Names are
     * sanitized: see {@link ReadFile#path()}.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    ReadAllSummary readAll(Path directory);

    /** Configures {@code readAll} with options, a listener, or without blocking. Sends nothing until started. */
    ReadAllRequest readAllRequest();
}
