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
 * Replaces files atomically, by writing a temporary file beside the target and moving it. Files are accessible to their
 * owner only, where the file system supports that.
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private AtomicFile() {}

    /** Replaces the target with the content of the stream. The caller closes the stream. */
    public static void write(InputStream in, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("not a file's path: " + target);
        }
        // Hidden from applications that list the directory.
        Path part = Files.createTempFile(directory, ".digime-", ".part");
        moved(part, target, () -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(in, out);
            }
        });
    }

    /**
     * Replaces the target durably: after a crash there is the old file or the new one. Not affected by interrupts,
     * since a new token pair must not be lost with its caller.
     *
     * @param part the temporary file, in the same directory; a leftover of a crash is replaced
     */
    public static void writeDurably(byte[] bytes, Path target, Path part) throws IOException {
        Files.deleteIfExists(part);
        OwnerOnly.createFile(part);
        moved(part, target, () -> {
            // An interrupt would close a channel.
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
        });
        forceDirectoryOf(target);
    }

    /** Deletes the file durably; returns whether it existed. */
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

    /** A directory entry is durable once the directory is synced. Windows cannot open directories. */
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
