package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, which is written as it is made. */
public interface Content {
    /** How many bytes {@code Content-Length} promises, or -1 if that is not known before they are made. */
    long length();

    /** Writes the bytes; fewer than promised, or an exception, and the connection is cut. */
    void writeTo(OutputStream out) throws IOException;

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
