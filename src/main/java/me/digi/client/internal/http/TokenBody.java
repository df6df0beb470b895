package me.digi.client.internal.http;

import java.io.IOException;
import java.util.Set;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Finds the signed token in the body of a token response. */
final class TokenBody {
    private static final Set<String> MEMBERS = Set.of("token");

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
        try (ResponseBody anyUnicode = ResponseBody.create(json, null, json.size())) {
            return PartialJson.readObject(anyUnicode.string(), MEMBERS).get("token") instanceof String token
                    ? token
                    : null;
        } catch (JsonException | IOException notJson) {
            return null;
        }
    }
}
