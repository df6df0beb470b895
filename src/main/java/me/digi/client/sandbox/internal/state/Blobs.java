package me.digi.client.sandbox.internal.state;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import me.digi.client.sandbox.internal.io.Sha256;
import org.jspecify.annotations.Nullable;

/** Stores uploaded bytes. Used without the lock of the world, since uploads may be slow. */
public final class Blobs {
    private static final int IN_MEMORY = 1 << 16;

    private @Nullable Path directory;

    /** Stores a stream, read to its end. */
    public Blob take(InputStream in) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, Sha256.digest());
        byte[] head = digested.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) {
            return new Blob(head, null, head.length, hex(digested));
        }
        Path file = Files.createTempFile(directory(), "blob", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            long size = head.length + digested.transferTo(out);
            return new Blob(new byte[0], file, size, hex(digested));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Deletes all bytes. Files that are still open on Windows are deleted when the JVM exits. */
    public synchronized void clear() {
        if (directory == null) {
            return;
        }
        directory.toFile().deleteOnExit();
        File[] files = directory.toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            file.deleteOnExit();
            deleteNow(file);
        }
        deleteNow(directory.toFile());
        directory = null;
    }

    private static void deleteNow(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            // A reader still has it open.
        }
    }

    private synchronized Path directory() throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("digime-sandbox");
        }
        return directory;
    }

    private static String hex(DigestInputStream digested) {
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
}
