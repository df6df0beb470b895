package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.internal.protocol.Content;

/** An answer, ready to be sent. */
public record Response(int status, Map<String, String> headers, Content body) {
    static Response of(CannedAnswer answer) {
        return new Response(
                answer.status(), answer.headers(), Content.of(answer.body().getBytes(UTF_8)));
    }
}
