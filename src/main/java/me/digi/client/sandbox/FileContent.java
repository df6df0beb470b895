package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.sandbox.internal.file.GeneratedJson;
import me.digi.client.sandbox.internal.file.RepeatedByte;

/** The content of a file, which need not be in memory. Can be opened many times. */
public interface FileContent {
    /** In bytes. */
    long size();

    /** Opens the content from its beginning. */
    InputStream open() throws IOException;

    /** The text, encoded as UTF-8. */
    static FileContent of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** The bytes, which are not copied. */
    static FileContent of(byte[] bytes) {
        return new FileContent() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /**
     * A JSON array of exactly {@code size} bytes, generated as it is read: numbered records with text, the same for
     * the same size and seed.
     *
     * @param size in bytes, at least 2
     */
    static FileContent json(long size, long seed) {
        return new GeneratedJson(size, seed);
    }

    /** One byte repeated, generated as it is read. */
    static FileContent repeated(byte value, long size) {
        return new RepeatedByte(value, size);
    }
}
