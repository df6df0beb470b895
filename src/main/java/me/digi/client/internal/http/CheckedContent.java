package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.content.Content;
import me.digi.client.internal.io.BulkInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The application's content while it is sent. Fails if its length is not the stated one, so that a truncated upload
 * does not look complete, and distinguishes its failures from the network's. For one thread.
 */
final class CheckedContent extends BulkInputStream {
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
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int read;
        try {
            read = content.read(bytes, offset, most);
        } catch (Exception e) {
            throw new ContentFailedException(e);
        }
        count += Math.max(read, 0);
        if (length != null && (count > length || (read < 0 && count < length))) {
            throw new ContentFailedException(new IOException("the content has a stated length of " + length
                    + " bytes but has " + (count > length ? "more" : "only " + count)));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } catch (Exception e) {
            throw new ContentFailedException(e);
        }
    }
}
