package me.digi.client.sandbox.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request. It is read from the connection on demand, either as text or as a stream. */
public final class RequestBody {
    /** The limit of a body as text; the rest is skipped. */
    public static final int MAX_TEXT_BYTES = 1 << 20;

    private final InputStream in;
    private @Nullable String text;
    private boolean isTooLong;

    /**
     * A body.
     *
     * @param declared the {@code Content-Length}, or -1 if there is none
     */
    public RequestBody(InputStream in, long declared) {
        this.in = declared < 0 ? in : new Whole(in, declared);
    }

    /** The body as text, read once. */
    public String text() {
        if (text == null) {
            try {
                byte[] read = in.readNBytes(MAX_TEXT_BYTES + 1);
                isTooLong = read.length > MAX_TEXT_BYTES;
                text = new String(read, 0, Math.min(read.length, MAX_TEXT_BYTES), UTF_8);
            } catch (IOException e) {
                throw new BrokenBodyException(e);
            }
        }
        return text;
    }

    /** Whether {@link #text()} is only the beginning. */
    public boolean isTooLong() {
        boolean unused = text().isEmpty();
        return isTooLong;
    }

    /** The text read so far, for the request log. */
    public String textSoFar() {
        return text == null ? "" : text;
    }

    /** The body as a stream, which can be read once. Fails if the connection ends too early. */
    public InputStream bytes() {
        return in;
    }

    /** Reads the rest, as some clients read the response only after sending everything. */
    public void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Fails if the body ends before {@code Content-Length}. */
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
