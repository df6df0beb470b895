package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.CannedAnswer;

/** An answer, ready to be sent. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param body is not copied
     */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Response of(CannedAnswer answer) {
        return new Response(answer.status(), answer.headers(), answer.body().getBytes(UTF_8));
    }

    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
