package me.digi.client.sandbox.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.sandbox.FileContent;
import org.jspecify.annotations.Nullable;

/** Bytes that somebody sent: in memory if there are few, otherwise in a temporary file. */
public final class Blob implements FileContent {
    private final byte[] head;
    private final @Nullable Path file;
    private final long size;
    private final String sha256;
    private boolean kept;

    Blob(byte[] head, @Nullable Path file, long size, String sha256) {
        this.head = head;
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    @Override
    public long size() {
        return size;
    }

    /** The digest of all bytes, in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    @Override
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(head) : Files.newInputStream(file);
    }

    /** Lets it outlive the request that brought it. */
    public Blob keep() {
        kept = true;
        return this;
    }

    public void deleteUnlessKept() {
        if (!kept) {
            delete();
        }
    }

    /** Gives back the space that it takes. A reader that has it open goes on reading where the system allows that. */
    public void delete() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
