package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import me.digi.client.sandbox.FileContent;

/** The body of a response, which is written as it is made. */
public interface Content {
    /** How many bytes {@code Content-Length} promises, or -1 if that is not known before they are made. */
    long length();

    /** Writes the bytes; fewer than promised, or an exception, and the connection is cut. */
    void writeTo(OutputStream out) throws IOException;

    /** The bytes of a file, as they are. */
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
