package me.digi.client.internal.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there once it is whole: whatever happens, there is never half a file. */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private AtomicFile() {}

    /** Writes all that comes to the target, in place of what may be there; the stream is the caller's to close. */
    public static void write(InputStream in, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("not a file's path: " + target);
        }
        // Made for its owner alone, where the file system knows owners; the dot keeps it apart from files of the
        // user's.
        Path part = Files.createTempFile(directory, ".digime-", ".part");
        try {
            copy(in, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream in, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }
}
