package me.digi.client.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import me.digi.client.internal.io.OwnerOnly;

/**
 * Admits one writer at a time, across threads and processes. Grants share a fixed number of lock files: one per grant
 * could never be removed safely, and would reveal forever that the grant existed.
 */
record FileLocks(Path directory, Duration timeout) {
    private static final int STRIPES = 32;
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    interface Work<T> {
        T run() throws IOException;
    }

    <T> T locked(String grantId, Work<T> work) throws IOException {
        return locked(grantId, timeout, work);
    }

    /** Does the work under the grant's lock, or fails if another process holds it for too long. */
    <T> T locked(String grantId, Duration limit, Work<T> work) throws IOException {
        int stripe = Integer.parseInt(grantId.substring(0, 2), 16) % STRIPES;
        Path file = directory.resolve(String.format(Locale.ROOT, ".lock-%02d", stripe));
        long start = System.nanoTime();
        // The system's locks belong to the whole process, and closing any channel to the file drops them. So the guard
        // among threads must be as wide as the process: wider than this object, and wider than a static field, which
        // each class loader has anew. An interned string is.
        synchronized ((FileLocks.class.getName() + ":" + file).intern()) {
            createIfMissing(file);
            try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
                    FileChannel channel = opened.getChannel()) {
                acquire(channel, file, start + limit.toNanos());
                return work.run(); // closing the channel releases the lock
            }
        }
    }

    private static void createIfMissing(Path file) throws IOException {
        if (Files.notExists(file)) {
            try {
                OwnerOnly.createFile(file);
            } catch (FileAlreadyExistsException anotherProcessWasFaster) {
                // The file exists, which is all that counts.
            }
        }
    }

    /** Polls, because {@link FileChannel#lock()} has no timeout; preserves interrupts. */
    private static void acquire(FileChannel channel, Path file, long deadline) throws IOException {
        boolean interrupted = false;
        try {
            while (channel.tryLock() == null) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new IOException("another process holds the lock " + file);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
