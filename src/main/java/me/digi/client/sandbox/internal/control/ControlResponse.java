package me.digi.client.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.protocol.Content;

/** Responses of the control API. */
final class ControlResponse {
    private ControlResponse() {}

    static Response json(Map<String, ?> object) {
        return json(200, object);
    }

    static Response json(int status, Map<String, ?> object) {
        return text(status, "application/json; charset=utf-8", Json.write(object));
    }

    static Response list(String name, List<?> items) {
        return json(Map.of(name, items));
    }

    static <T> Response list(String name, List<T> items, Function<T, ?> document) {
        return list(name, items.stream().map(document).toList());
    }

    static Response done() {
        return Response.of(204, Map.of("Cache-Control", "no-store"), new byte[0]);
    }

    static Response text(int status, String type, String text) {
        return content(status, type, Content.of(text.getBytes(UTF_8)));
    }

    static Response content(int status, String type, Content content) {
        return new Response(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"),
                content);
    }
}
