package me.digi.client.sandbox.internal.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.io.Resources;
import me.digi.client.sandbox.internal.protocol.Request;

/** Serves the style sheet, the script and the icon, without authentication. */
public final class StaticFiles implements Service {
    public static final String PATH = "/console/static/";

    private static final Map<String, String> TYPES = Map.of(
            "sandbox.css", "text/css; charset=utf-8",
            "sandbox.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    @Override
    public Response serve(Request request) {
        String name = request.path().substring(PATH.length());
        String type = TYPES.get(name);
        return type == null
                ? Response.of(404, Map.of(), "there is no such file".getBytes(UTF_8))
                : Response.of(
                        200,
                        Map.of("Content-Type", type, "Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff"),
                        Resources.read("console/" + name));
    }
}
