package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import me.digi.client.content.Content;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Streams a content as a request body. One-shot content is marked as such, so that OkHttp does not send it again. */
public final class ContentBody extends RequestBody {
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");
    private static final long UNKNOWN = -1;
    private static final int BUFFER_BYTES = 64 << 10;

    private final Content content;

    private ContentBody(Content content) {
        this.content = content;
    }

    public static ContentBody octets(Content content) {
        return octets(content, checked -> checked);
    }

    /** A transformed body, such as encrypted. */
    public static ContentBody octets(Content content, UnaryOperator<Content> form) {
        return new ContentBody(form.apply(CheckedContent.of(content)));
    }

    public static RequestBody json(String json) {
        return RequestBody.create(json, MediaType.get("application/json"));
    }

    @Override
    public MediaType contentType() {
        return OCTETS;
    }

    @Override
    public long contentLength() {
        Long length = content.length();
        return length == null ? UNKNOWN : length;
    }

    @Override
    public boolean isOneShot() {
        return content.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sink.write(buffer, 0, count);
            }
        }
    }

    private InputStream open() throws IOException {
        try {
            return content.open();
        } catch (Exception e) {
            throw new ContentFailedException(e);
        }
    }

    /** Closes one-shot content that was not sent. */
    public void closeIfUnsent() {
        if (!content.isOneShot()) {
            return;
        }
        try {
            content.open().close();
        } catch (IOException wasOpenedBefore) {
            // It was sent, and is closed.
        }
    }
}
