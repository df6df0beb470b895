package me.digi.client.sandbox.internal.file;

import java.io.InputStream;
import java.util.Arrays;
import me.digi.client.sandbox.FileContent;

/** One byte repeated. */
public record RepeatedByte(byte value, long size) implements FileContent {
    public RepeatedByte {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
    }

    @Override
    public InputStream open() {
        return new GeneratedStream(size) {
            @Override
            void generate(long position, byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, value);
            }
        };
    }
}
