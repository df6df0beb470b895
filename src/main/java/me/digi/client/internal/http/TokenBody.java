package me.digi.client.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import okhttp3.Headers;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Finds the signed token in the body of a token response. */
final class TokenBody {
    private static final Set<String> MEMBERS = Set.of("token");

    /** White space, zero bytes and byte order marks lose nothing. */
    private static final Pattern PADDED_OBJECT =
            Pattern.compile("[\\s\\x00\\uFEFF]*+(\\{.*\\})[\\s\\x00\\uFEFF]*+", Pattern.DOTALL);

    private TokenBody() {}

    /**
     * Returns null if the body is not a JSON object with a text {@code token}.
     *
     * @param body is not consumed
     * @param headers of the response
     * @param maxBytes the limit before and after decoding
     */
    static @Nullable String token(Buffer body, Headers headers, long maxBytes) {
        String encodings = ContentEncoding.of(headers);
        Buffer plain = encodings == null ? null : ContentEncoding.decode(encodings, body.clone(), maxBytes);
        String token = plain == null ? null : token(plain);
        return token != null ? token : token(body.clone());
    }

    private static @Nullable String token(Buffer json) {
        Matcher object = PADDED_OBJECT.matcher(text(json));
        try {
            return object.matches()
                            && PartialJson.readObject(object.group(1), MEMBERS).get("token") instanceof String token
                    ? token
                    : null;
        } catch (JsonException notJson) {
            return null;
        }
    }

    /** UTF-16 shows by the zero byte beside the ASCII character with which JSON begins (RFC 4627, 3). */
    private static String text(Buffer json) {
        long start = json.indexOf((byte) '{');
        boolean isUtf16 = start >= 0 && start + 1 < json.size() && json.getByte(start + 1) == 0;
        if (!isUtf16) {
            return json.readUtf8();
        }
        long wholeCharacters = json.size() - json.size() % 2;
        return json.snapshot((int) wholeCharacters)
                .string(start % 2 == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
}
