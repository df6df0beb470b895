package me.digi.client.sandbox.internal.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.http.FaultPlan;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Request;

/** The style sheet, the script and the icon. They hold nothing secret, so that anybody gets them. */
public final class StaticFiles implements Service {
    /** The path that they are under. */
    public static final String PATH = "/console/static/";

    private static final Map<String, String> TYPES = Map.of(
            "sandbox.css", "text/css; charset=utf-8",
            "sandbox.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    @Override
    public Served serve(Request request) {
        String name = request.path().substring(PATH.length());
        String type = TYPES.get(name);
        Response response = type == null
                ? new Response(404, Map.of(), Content.of("there is no such file".getBytes(UTF_8)))
                : new Response(
                        200,
                        Map.of("Content-Type", type, "Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff"),
                        Content.of(read(name)));
        return new Served(response, FaultPlan.NONE);
    }

    /** A file of the console, as it is in the jar. */
    public static byte[] read(String name) {
        try (InputStream in = Sandbox.class.getResourceAsStream("console/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox jar has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
