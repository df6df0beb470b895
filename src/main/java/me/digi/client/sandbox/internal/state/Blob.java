package me.digi.client.sandbox.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.sandbox.FileContent;
import org.jspecify.annotations.Nullable;

/** Uploaded bytes: in memory if they are few, otherwise in a file. */
public final class Blob implements FileContent {
    private final byte[] head;
    private final @Nullable Path file;
    private final long size;
    private final String sha256;
    private final boolean deletable;
    private boolean kept;

    Blob(byte[] head, @Nullable Path file, long size, String sha256) {
        this(head, file, size, sha256, true);
    }

    private Blob(byte[] head, @Nullable Path file, long size, String sha256, boolean deletable) {
        this.head = head;
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.deletable = deletable;
    }

    @Override
    public long size() {
        return size;
    }

    /** In lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    @Override
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(head) : Files.newInputStream(file);
    }

    /** Bytes in an existing file, which {@link #delete} does not delete. */
    public static Blob saved(Path file, long size, String sha256) {
        return new Blob(new byte[0], file, size, sha256, false);
    }

    /** Keeps the bytes after the request. */
    public Blob keep() {
        kept = true;
        return this;
    }

    public void deleteUnlessKept() {
        if (!kept) {
            delete();
        }
    }

    /** Deletes the bytes. A reader that has opened them can read to the end if the operating system allows it. */
    public void delete() {
        try {
            if (file != null && deletable) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
