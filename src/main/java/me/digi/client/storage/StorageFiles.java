package me.digi.client.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import me.digi.client.content.Content;

/**
 * The application's files in one storage. They are encrypted before they leave and decrypted as they arrive, with the
 * contract's key pair, and streamed both ways in constant memory.
 *
 * <p>Paths are those below the application's own folder: {@code reports/2026/march.json}. A slash at the start makes no
 * difference. Empty segments, {@code .} and {@code ..}, spaces and control characters are rejected before anything is sent
 * ({@link IllegalArgumentException}); anything else is encoded here, so do not encode it yourself.
 *
 * <p>Get one from {@code DigiMe.storages(contract)} or {@code DigiMeUser.files(storage)}. Safe for use by many threads. Every
 * call that fails throws a {@link me.digi.client.error.DigiMeException}.
 */
public interface StorageFiles {
    /** Lists the files in the application's own folder, and in the folders below it. */
    List<StorageFile> list();

    /** Lists the files in a folder, without those in the folders below it. */
    List<StorageFile> list(String folder);

    /** Lists the files in a folder, and in the folders below it. */
    List<StorageFile> listRecursively(String folder);

    /** Uploads a file, in place of one that is there. */
    void upload(String path, Content content);

    /**
     * Downloads a file as it is read; for the caller to close. If it is cut off, it is asked for again, as the client's retry
     * policy has it, and the reading goes on at that place, unless the file has changed meanwhile.
     *
     * @throws me.digi.client.error.ApiException if there is no such file: never an empty one
     */
    InputStream download(String path);

    /**
     * Downloads a file to disk. It is there as a whole when this returns, and not there at all if this fails; a file that
     * was there before is replaced.
     *
     * @throws IOException if the file cannot be written
     */
    void download(String path, Path target) throws IOException;

    /** Deletes a file. */
    void deleteFile(String path);

    /**
     * Deletes a folder with all that is in it.
     *
     * @throws IllegalArgumentException if it names no folder, but the application's own: {@link #deleteAll()} is for that
     */
    void deleteFolder(String folder);

    /** Deletes everything that the application has in this storage. */
    void deleteAll();
}
