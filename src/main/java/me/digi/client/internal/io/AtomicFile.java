package me.digi.client.internal.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole: it is written beside its place and moved there, so there is never half a file. Files are
 * readable and writable by their owner only, where the file system supports that.
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private AtomicFile() {}

    /** Writes the stream to its end to the target, in place of what may be there; the caller closes the stream. */
    public static void write(InputStream in, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("not a file's path: " + target);
        }
        // The dot keeps it apart from the application's own files.
        Path part = Files.createTempFile(directory, ".digime-", ".part");
        moved(part, target, () -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(in, out);
            }
        });
    }

    /**
     * Writes the bytes so that a crash at any moment leaves the old file or the new one, and so that what is written stays
     * written. An interrupted thread does it like any other: a new token pair must not be lost because nobody waits for it
     * any more.
     *
     * @param part the temporary file, in the same directory, which replaces what a crash left there
     */
    public static void writeDurably(byte[] bytes, Path target, Path part) throws IOException {
        Files.deleteIfExists(part);
        OwnerOnly.createFile(part);
        moved(part, target, () -> {
            // A stream and not a channel: an interrupted thread's channel is closed under it.
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
        });
        forceDirectoryOf(target);
    }

    /** Removes the file durably, and returns whether there was one. */
    public static boolean deleteDurably(Path file) throws IOException {
        boolean isDeleted = Files.deleteIfExists(file);
        if (isDeleted) {
            forceDirectoryOf(file);
        }
        return isDeleted;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void moved(Path part, Path target, Writing writing) throws IOException {
        try {
            writing.write();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException partIsLeft) {
                e.addSuppressed(partIsLeft);
            }
            throw e;
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
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
