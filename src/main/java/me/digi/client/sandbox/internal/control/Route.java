package me.digi.client.sandbox.internal.control;

import java.util.Set;
import java.util.function.Function;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.PathTemplate;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of the control API or the console.
 *
 * @param query the names of the query parameters, all optional
 * @param body the shape of the JSON body; null if there is none
 */
public record Route(
        String method,
        PathTemplate path,
        Set<String> query,
        @Nullable ObjectShape body,
        Function<ControlCall, Response> handler) {
    private Route(String method, String path, @Nullable ObjectShape body, Function<ControlCall, Response> handler) {
        this(method, new PathTemplate(path), Set.of(), body, handler);
    }

    public static Route get(String path, Function<ControlCall, Response> handler) {
        return new Route("GET", path, null, handler);
    }

    static Route get(String path, Set<String> query, Function<ControlCall, Response> handler) {
        return new Route("GET", new PathTemplate(path), query, null, handler);
    }

    public static Route post(String path, Function<ControlCall, Response> handler) {
        return new Route("POST", path, null, handler);
    }

    static Route post(String path, ObjectShape body, Function<ControlCall, Response> handler) {
        return new Route("POST", path, body, handler);
    }

    static Route put(String path, ObjectShape body, Function<ControlCall, Response> handler) {
        return new Route("PUT", path, body, handler);
    }

    static Route delete(String path, Function<ControlCall, Response> handler) {
        return new Route("DELETE", path, null, handler);
    }
}
