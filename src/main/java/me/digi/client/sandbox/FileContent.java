package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.sandbox.internal.file.GeneratedJson;
import me.digi.client.sandbox.internal.file.RepeatedByte;

/** What is in a file, to be read as often as needed; of any size, for it need not be in memory. */
public interface FileContent {
    /** How many bytes there are. */
    long size();

    /** The bytes, from the start. */
    InputStream open() throws IOException;

    /** That text, as UTF-8. */
    static FileContent of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** Those bytes, which are not copied. */
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
     * A JSON array of exactly that size, made while it is read: records with a running number and a text, always the same
     * for the same size and seed.
     *
     * @param size in bytes, at least 2
     */
    static FileContent json(long size, long seed) {
        return new GeneratedJson(size, seed);
    }

    /** The same byte over and over, made while it is read. */
    static FileContent repeated(byte value, long size) {
        return new RepeatedByte(value, size);
    }
}
