package me.digi.client.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import me.digi.client.content.Content;

/**
 * The application's files in one storage, from {@code DigiMe.storages(contract)} or {@code DigiMeUser.files(storage)}.
 * They are encrypted and decrypted locally with the contract's key pair, and streamed in constant memory.
 *
 * <p>Paths such as {@code reports/2026/march.json} are relative to the application's own folder; a leading slash is
 * ignored. Do not encode them. Empty segments, {@code .}, {@code ..}, spaces and control characters throw
 * {@link IllegalArgumentException} before anything is sent.
 *
 * <p>Safe for use by many threads. Failed calls throw {@link me.digi.client.error.DigiMeException}.
 */
public interface StorageFiles {
    /** Lists all files, including those in subfolders. */
    List<StorageFile> list();

    /** Lists the files in a folder, without its subfolders. */
    List<StorageFile> list(String folder);

    /** Lists the files in a folder and its subfolders. */
    List<StorageFile> listRecursively(String folder);

    /** Uploads a file, replacing an existing one. */
    void upload(String path, Content content);

    /**
     * Opens a file, which the caller closes. A download that breaks off resumes where it stopped, within the client's
     * retry policy, unless the file has changed.
     *
     * @throws me.digi.client.error.ApiException if the file does not exist
     */
    InputStream download(String path);

    /**
     * Downloads a file to disk. It is written atomically, replacing an existing one.
     *
     * @throws IOException if the file cannot be written
     */
    void download(String path, Path target) throws IOException;

    /** Deletes a file. */
    void deleteFile(String path);

    /**
     * Deletes a folder and its contents.
     *
     * @throws IllegalArgumentException for the application's own folder: use {@link #deleteAll()}
     */
    void deleteFolder(String folder);

    /** Deletes all of the application's files in this storage. */
    void deleteAll();
}
