package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * The application's content as it is sent: it fails if it turns out shorter or longer than it said, so that no half of it
 * arrives as a whole, and each failure is its own, and not one of the network. For one thread.
 */
final class CheckedContent extends InputStream {
    private final InputStream content;
    private final @Nullable Long length;
    private long count;

    private CheckedContent(InputStream content, @Nullable Long length) {
        this.content = content;
        this.length = length;
    }

    static Content of(Content content) {
        return content.transformed(length -> length, stream -> new CheckedContent(stream, content.length()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int read;
        try {
            read = content.read(bytes, offset, most);
        } catch (IOException | RuntimeException e) {
            throw new ContentFailedException(e);
        }
        count += Math.max(read, 0);
        if (length != null && (count > length || (read < 0 && count < length))) {
            throw new ContentFailedException(new IOException("the content said that it has " + length
                    + " bytes, and has " + (count > length ? "more" : "only " + count)));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } catch (IOException | RuntimeException e) {
            throw new ContentFailedException(e);
        }
    }
}
