package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.internal.protocol.Content;

/**
 * A response, ready to be sent.
 *
 * @param plan the faults that apply while it is sent
 */
public record Response(int status, Map<String, String> headers, Content body, FaultPlan plan) {
    public Response(int status, Map<String, String> headers, Content body) {
        this(status, headers, body, FaultPlan.NONE);
    }

    public static Response of(int status, Map<String, String> headers, byte[] body) {
        return new Response(status, headers, Content.of(body));
    }

    static Response of(CannedResponse response) {
        return of(response.status(), response.headers(), response.body().getBytes(UTF_8));
    }

    /** Adds or replaces a header. */
    public Response withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, plan);
    }
}
