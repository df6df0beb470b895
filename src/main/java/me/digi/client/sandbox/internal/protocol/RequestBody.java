package me.digi.client.sandbox.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request, which is read off the connection when it is asked for: as text, or as bytes of any number. */
public final class RequestBody {
    /** What is read of a body as text; the rest is skipped. */
    public static final int MAX_TEXT_BYTES = 1 << 20;

    private final InputStream in;
    private @Nullable String text;

    /**
     * A body.
     *
     * @param declared how many bytes there have to be, or -1 if the connection says where they end
     */
    public RequestBody(InputStream in, long declared) {
        this.in = declared < 0 ? in : new Whole(in, declared);
    }

    /** The body as text, read once. */
    public String text() {
        if (text == null) {
            try {
                text = new String(in.readNBytes(MAX_TEXT_BYTES), UTF_8);
            } catch (IOException e) {
                throw new BrokenBodyException(e);
            }
        }
        return text;
    }

    /** What was read of it as text: for the record. */
    public String textSoFar() {
        return text == null ? "" : text;
    }

    /** The body as it comes, once; when it breaks off, reading fails. */
    public InputStream bytes() {
        return in;
    }

    /** Reads what is left, so that who is still sending receives the response. */
    public void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Fails if the bytes end before all that were promised have come. */
    private static final class Whole extends FilterInputStream {
        private long missing;

        Whole(InputStream in, long declared) {
            super(in);
            missing = declared;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? -1 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            if (read >= 0) {
                missing -= read;
            } else if (missing > 0) {
                throw new IOException("the request ended " + missing + " bytes before its Content-Length");
            }
        }
    }
}
