package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.CannedAnswer;

/** An answer, ready to be sent. */
public record Response(int status, Map<String, String> headers, byte[] body) {
    public static Response of(CannedAnswer answer) {
        return new Response(answer.status(), answer.headers(), answer.body().getBytes(UTF_8));
    }
}
