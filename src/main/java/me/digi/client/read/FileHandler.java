package me.digi.client.read;

/**
 * Takes the files of {@link SessionFiles#readAll(FileHandler)}, several at a time, each on a thread of the reading. What
 * it throws is reported for that file, and the others go on.
 *
 * <p>It is called again for the same file when the file changed meanwhile, and when the content broke off on the way: so
 * it replaces what it made of the file before, and keeps nothing of a content whose stream has not come to its end.
 */
@FunctionalInterface
public interface FileHandler {
    /** Takes one file, which is closed afterwards. */
    void handle(ListedFile file) throws Exception;
}
