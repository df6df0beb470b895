package me.digi.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.internal.io.Json;
import okhttp3.mockwebserver.MockResponse;

/** Responds only with errors, which repeat the caller's JWT and its claims wherever an error has text. */
final class EchoServer implements AutoCloseable {
    private final Relay relay;
    private final List<String> jwts = new CopyOnWriteArrayList<>();

    /** Where it repeats them. */
    enum Way {
        NESTED,
        CLOUD,
        HEADERS,
        STATUS_LINE,
        CONTENT_TYPE,
        LOCATION,
        JSON_OF_THE_RESPONSE
    }

    EchoServer(LocalDigiMe local, Way way) {
        relay = new Relay(local.sandbox, (request, onward) -> {
            String authorization = request.getHeader("Authorization");
            return authorization == null ? onward.get() : echo(way, authorization);
        });
    }

    String url() {
        return relay.url();
    }

    /** The payloads and signatures of all JWTs so far. */
    List<String> jwts() {
        return jwts;
    }

    @Override
    public void close() {
        relay.close();
    }

    private MockResponse echo(Way way, String authorization) {
        String[] parts = authorization.split("\\.", -1);
        jwts.addAll(List.of(parts[1], parts[2]));
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String all = authorization + " " + claims;
        String plain = all.replace('"', '_').replace(' ', '_').replace('{', '_').replace('}', '_');
        MockResponse error = new MockResponse().setResponseCode(400);
        return switch (way) {
            case NESTED ->
                error.setBody(Json.write(Map.of("error", Map.of("code", plain, "message", all, "reference", all))));
            case CLOUD -> error.setBody(Json.write(Map.of("error", plain, "message", all)));
            case HEADERS ->
                error.setHeader("X-Error-Code", plain)
                        .setHeader("X-Error-Message", all)
                        .setHeader("X-Error-Reference", all);
            case STATUS_LINE -> error.setStatus("HTTP/1.1 x" + all);
            case CONTENT_TYPE ->
                new MockResponse()
                        .setHeader("Content-Type", "text/" + plain.replaceAll("[^A-Za-z0-9._-]", "-"))
                        .setBody("no JSON");
            case LOCATION -> error.setResponseCode(302).setHeader("Location", "https://elsewhere.example/" + plain);
            case JSON_OF_THE_RESPONSE ->
                new MockResponse()
                        .setBody(Json.write(
                                Map.of("token", Map.of(all, all), all, List.of(all), "session", Map.of("key", all))));
        };
    }
}
