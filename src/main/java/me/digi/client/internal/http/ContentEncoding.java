package me.digi.client.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import okhttp3.Headers;
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
    /** More are an attack. */
    private static final int MAX_ENCODINGS = 4;

    private ContentEncoding() {}

    /** The encodings in the order in which they were applied (RFC 9110, 8.4), or null. */
    static @Nullable String of(Headers headers) {
        List<String> encodings = headers.values("Content-Encoding");
        return encodings.isEmpty() ? null : String.join(",", encodings);
    }

    /** Returns the decoded body, the body itself if it is not encoded, or null if an encoding is unknown. */
    static @Nullable Source plain(String encodings, BufferedSource body) throws IOException {
        String[] applied = encodings.split(",", MAX_ENCODINGS + 1);
        BufferedSource plain = body;
        for (int i = applied.length - 1; i >= 0; i--) {
            Source decoded = decoded(applied[i], plain);
            if (decoded == null) {
                return null;
            }
            plain = decoded instanceof BufferedSource same ? same : Okio.buffer(decoded);
        }
        return plain;
    }

    private static @Nullable Source decoded(String encoding, BufferedSource body) throws IOException {
        return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> body.request(2) && firstTwo(body) == GZIP_MAGIC ? gunzipped(body) : body;
            case "deflate" -> looksLikeJson(body) ? body : inflated(body);
            case "br" -> looksLikeJson(body) ? body : Okio.source(new BrotliInputStream(body.inputStream()));
            default -> null;
        };
    }

    /** Returns the decoded body, up to where it is damaged; null if an encoding is unknown, or the body too large. */
    static @Nullable Buffer decode(String encodings, Buffer body, long maxBytes) {
        Buffer decoded = new Buffer();
        try {
            Source plain = plain(encodings, body);
            if (plain == null) {
                return null;
            }
            BufferingInterceptor.read(plain, maxBytes + 1, decoded);
        } catch (IOException | RuntimeException damaged) {
            // Such as by a checksum that is missing.
        }
        return decoded.size() > maxBytes ? null : decoded;
    }

    /** {@link GzipSource} reads only one member, {@link GZIPInputStream} several, but only from a buffer for certain. */
    private static Source gunzipped(BufferedSource body) throws IOException {
        return body instanceof Buffer ? Okio.source(new GZIPInputStream(body.inputStream())) : new GzipSource(body);
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
