package me.digi.client.sandbox.internal.state;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Keeps uploaded bytes. Unlike the rest of the world, it is used without the lock: bytes come slowly. */
public final class Blobs {
    private static final int IN_MEMORY = 1 << 16;

    private @Nullable Path directory;

    public Blobs() {}

    /** Reads to the end, and keeps what came. */
    public Blob take(InputStream in) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, sha256());
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

    /** Deletes all that there is; what the system does not let go now is deleted when the JVM ends. */
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM cannot do SHA-256", e);
        }
    }
}
