package me.digi.client.internal.http;

import java.io.IOException;
import java.util.Locale;
import java.util.zip.Inflater;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a body's {@code Content-Encoding}. OkHttp decodes only what it requested itself, not what an application's
 * interceptor requested.
 */
final class ContentEncoding {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int DEFLATE_METHOD = 8;

    private ContentEncoding() {}

    /** Returns the decoded body, the body itself if it is not encoded, or null if the encoding is unknown. */
    static @Nullable Source plain(String encoding, BufferedSource body) throws IOException {
        return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> body.request(2) && firstTwo(body) == GZIP_MAGIC ? new GzipSource(body) : body;
            case "deflate" -> looksLikeJson(body) ? body : inflated(body);
            case "br" -> looksLikeJson(body) ? body : Okio.source(new BrotliInputStream(body.inputStream()));
            default -> null;
        };
    }

    /** Returns the decoded body; null if the encoding is unknown, or the body is damaged or too large. */
    static @Nullable Buffer decode(String encoding, Buffer body, long maxBytes) {
        try {
            Source plain = plain(encoding, body);
            if (plain == null) {
                return null;
            }
            Buffer whole = BufferingInterceptor.read(plain, maxBytes + 1);
            return whole.size() > maxBytes ? null : whole;
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    /** Some servers omit the zlib header that RFC 9110 requires. */
    private static Source inflated(BufferedSource body) throws IOException {
        int start = body.request(2) ? firstTwo(body) : 0;
        boolean hasZlibHeader = ((start >> 8) & 0x0F) == DEFLATE_METHOD && start % 31 == 0;
        return new InflaterSource(body, new Inflater(!hasZlibHeader));
    }

    /** An application's interceptor may have decoded the body without removing the header. */
    private static boolean looksLikeJson(BufferedSource body) throws IOException {
        if (!body.request(1)) {
            return true;
        }
        byte first = body.getBuffer().getByte(0);
        return first == '{' || first == '[';
    }

    private static int firstTwo(BufferedSource body) {
        Buffer buffer = body.getBuffer();
        return ((buffer.getByte(0) & 0xFF) << 8) | (buffer.getByte(1) & 0xFF);
    }
}
