package me.digi.client.sandbox.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** The query of a URL. */
public final class Query {
    private Query() {}

    /**
     * Returns the decoded parameters by name.
     *
     * @throws ShapeException if one is not name=value, or a name occurs twice
     */
    public static JsonView parse(@Nullable String query) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ShapeException("query", "has a part that is not name=value");
            }
            String name = decode("a name", pair.substring(0, equals));
            if (parameters.put(name, decode(name, pair.substring(equals + 1))) != null) {
                throw new ShapeException(name, "occurs twice");
            }
        }
        return new JsonView(parameters);
    }

    /** Decodes a name or value of a query. */
    public static String decode(String name, String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ShapeException(name, "is not URI-encoded");
        }
    }
}
