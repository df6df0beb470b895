package me.digi.client.internal.http;

import java.util.Set;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Finds the signed token in the body of a response to a token request, whatever else is in it. */
final class TokenBody {
    private static final Set<String> MEMBERS = Set.of("token");

    private TokenBody() {}

    /**
     * The token; null if the body is not a JSON object with a text {@code token}.
     *
     * @param body as it came over the network; it is left as it is
     * @param encoding its {@code Content-Encoding}, if any
     * @param mostBytes the largest body that is read, before and after its encoding is undone
     */
    static @Nullable String token(Buffer body, @Nullable String encoding, long mostBytes) {
        Buffer plain = encoding == null ? null : ContentEncoding.undone(encoding, body.clone(), mostBytes);
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
