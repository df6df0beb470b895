package me.digi.client.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.internal.io.OwnerOnly;

/** Finds a directory for a store's files in which nobody else can write, since they could swap records. */
final class StoreDirectory {
    /** The sub-directory used where others can write to the directory itself. */
    private static final String OWN = "digime-tokens";

    private static final Pattern RECORD = Pattern.compile("([0-9a-f]{64})\\.json");

    private StoreDirectory() {}

    /**
     * The given directory, created if needed, or a sub-directory owned by this process where others can write to it:
     * the mode of a mount can often not be changed. A directory that contains records stays the store's; records in
     * an unsafe one are rejected.
     */
    static Path open(Path given) throws IOException {
        OwnerOnly.createDirectories(given);
        Path directory = given.toRealPath();
        Path own = directory.resolve(OWN);
        boolean isSafe = OwnerOnly.isSafe(directory);
        if (isSafe && (Files.notExists(own, LinkOption.NOFOLLOW_LINKS) || hasRecords(directory))) {
            return directory;
        }
        if (hasRecords(directory)) {
            throw new IOException(OwnerOnly.unsafe(directory)
                    + ", and it contains token records; chmod 700 it, or move the records to its sub-directory " + OWN);
        }
        OwnerOnly.createDirectories(own);
        if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(own + " is a link, not a directory; remove it, or use another directory");
        }
        if (!OwnerOnly.isSafe(own)) {
            throw new IOException(OwnerOnly.unsafe(own) + "; chmod 700 it, or use a directory on another file system");
        }
        if (!OwnerOnly.isOwn(own)) {
            throw new IOException(own + " belongs to another user of this machine; use another directory");
        }
        return own;
    }

    /** The ids of the grants with records in the directory. */
    static List<String> ids(Path directory) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Matcher record = RECORD.matcher(file.getFileName().toString());
                if (record.matches()) {
                    ids.add(record.group(1));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return ids;
    }

    private static boolean hasRecords(Path directory) throws IOException {
        return !ids(directory).isEmpty();
    }
}
