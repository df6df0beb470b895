package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.internal.protocol.Content;

/** A response, ready to be sent. */
public record Response(int status, Map<String, String> headers, Content body) {
    static Response of(CannedResponse response) {
        return new Response(
                response.status(),
                response.headers(),
                Content.of(response.body().getBytes(UTF_8)));
    }
}
