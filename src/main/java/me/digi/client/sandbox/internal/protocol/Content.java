package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import me.digi.client.sandbox.FileContent;
import org.jspecify.annotations.Nullable;

/** The body of a response. It may be generated while it is written. */
public interface Content {
    /** The {@code Content-Length}, or -1 if it is not known in advance. */
    long length();

    /** All bytes, or null if they are not in memory. */
    default byte @Nullable [] bytes() {
        return null;
    }

    /** Writes the bytes. After fewer than {@link #length()}, or an exception, the connection is closed. */
    void writeTo(OutputStream out) throws IOException;

    /** The bytes of a file. */
    static Content of(FileContent file) {
        return new Content() {
            @Override
            public long length() {
                return file.size();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = file.open()) {
                    in.transferTo(out);
                }
            }
        };
    }

    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public byte[] bytes() {
                return bytes;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }
}
