package me.digi.client.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces and removes files so that a crash at any moment leaves the old or the new one, whole, and so that what is done
 * stays done. An interrupted thread does it like any other: a new token pair must not be lost because somebody stopped
 * waiting for it.
 */
final class DurableFile {
    private DurableFile() {}

    /** Puts the bytes in the file's place by way of the temporary one, which lies in the same directory. */
    static void replace(Path file, Path temporary, byte[] bytes) throws IOException {
        Files.deleteIfExists(temporary);
        OwnerOnly.createFile(temporary);
        try {
            // A stream and not a channel: an interrupted thread's channel closes under it.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftForTheNextWriter) {
                e.addSuppressed(leftForTheNextWriter);
            }
            throw e;
        }
        forceDirectoryOf(file);
    }

    /** Removes the file, and says whether there was one. */
    static boolean delete(Path file) throws IOException {
        boolean deleted = Files.deleteIfExists(file);
        if (deleted) {
            forceDirectoryOf(file);
        }
        return deleted;
    }

    /** A new name in a directory is durable when the directory is; Windows has no such notion, and refuses to open one. */
    private static void forceDirectoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !OwnerOnly.isPosix(directory)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            while (!force(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
