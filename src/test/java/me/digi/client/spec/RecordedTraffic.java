package me.digi.client.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import me.digi.client.Environment;
import me.digi.client.internal.io.Json;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the official SDK for Node.js 16.1.5 sent to a strict server, and its responses: all of its 29 operations,
 * recorded with disposable keys. Signatures are omitted, and so are bodies that are not text: their length is
 * kept, and they are replaced by zeros. The URLs are those of production.
 */
public final class RecordedTraffic {
    private static final int LONGEST = 4096;

    private RecordedTraffic() {}

    /** All exchanges, in their order. */
    public static List<Exchange> exchanges() {
        try (InputStream in = RecordedTraffic.class.getResourceAsStream("official-sdk.json")) {
            List<?> recorded = (List<?>) Json.parse(new String(in.readAllBytes(), UTF_8));
            return recorded.stream().map(one -> exchange((Map<?, ?>) one)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exchange exchange(Map<?, ?> recorded) {
        return new Exchange(
                (String) recorded.get("method"),
                url((String) recorded.get("url")),
                headers(recorded.get("requestHeaders")),
                body(recorded.get("requestBody")),
                ((Number) recorded.get("status")).intValue(),
                headers(recorded.get("responseHeaders")),
                body(recorded.get("responseBody")));
    }

    private static HttpUrl url(String pathAndQuery) {
        Environment production = Environment.production();
        String host = pathAndQuery.startsWith(production.cloudUrl().getPath())
                ? production.cloudUrl().getHost()
                : production.baseUrl().getHost();
        return HttpUrl.get("https://" + host + pathAndQuery);
    }

    private static Headers headers(Object recorded) {
        Headers.Builder headers = new Headers.Builder();
        ((Map<?, ?>) recorded).forEach((name, value) -> headers.addUnsafeNonAscii((String) name, (String) value));
        return headers.build();
    }

    private static ByteString body(@Nullable Object recorded) {
        if (recorded instanceof Map<?, ?> cut) {
            int length = ((Number) cut.get("bytes")).intValue();
            return ByteString.of(new byte[Math.min(length, LONGEST)]);
        }
        return recorded == null ? ByteString.EMPTY : ByteString.encodeUtf8((String) recorded);
    }
}
