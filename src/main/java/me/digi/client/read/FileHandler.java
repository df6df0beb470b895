package me.digi.client.read;

/**
 * Processes the files of {@link SessionFiles#readAll(FileHandler)}, several at a time, on threads of the client. An
 * exception fails only the file it was thrown for.
 *
 * <p>Called again for a file that changed or whose download broke off, so replace earlier results, and discard content
 * unless its stream reached the end.
 */
@FunctionalInterface
public interface FileHandler {
    /** Processes one file, which is closed afterwards. */
    void handle(ListedFile file) throws Exception;
}
