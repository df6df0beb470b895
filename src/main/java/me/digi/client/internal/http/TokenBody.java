package me.digi.client.internal.http;

import java.util.Set;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
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
     * @param encoding its {@code Content-Encoding}, or null
     * @param maxBytes the limit before and after decoding
     */
    static @Nullable String token(Buffer body, @Nullable String encoding, long maxBytes) {
        Buffer plain = encoding == null ? null : ContentEncoding.decode(encoding, body.clone(), maxBytes);
        String token = plain == null ? null : token(plain);
        return token != null ? token : token(body.clone());
    }

    private static @Nullable String token(Buffer json) {
        try {
            return PartialJson.readObject(json.readUtf8(), MEMBERS).get("token") instanceof String token ? token : null;
        } catch (JsonException notJson) {
            return null;
        }
    }
}
