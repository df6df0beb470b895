package me.digi.client.sandbox.internal.control;

import java.util.Set;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.PathTemplate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the control API does.
 *
 * @param path under {@code /control/v1/}
 * @param query the names of the query parameters, all optional
 * @param body what the JSON body looks like; null if there is none
 */
record Route(
        String method,
        PathTemplate path,
        Set<String> query,
        @Nullable ObjectShape body,
        Work work) {
    static Route get(String path, Work work) {
        return new Route("GET", new PathTemplate(path), Set.of(), null, work);
    }

    static Route get(String path, Set<String> query, Work work) {
        return new Route("GET", new PathTemplate(path), query, null, work);
    }

    static Route post(String path, Work work) {
        return new Route("POST", new PathTemplate(path), Set.of(), null, work);
    }

    static Route post(String path, ObjectShape body, Work work) {
        return new Route("POST", new PathTemplate(path), Set.of(), body, work);
    }

    static Route put(String path, ObjectShape body, Work work) {
        return new Route("PUT", new PathTemplate(path), Set.of(), body, work);
    }

    static Route delete(String path, Work work) {
        return new Route("DELETE", new PathTemplate(path), Set.of(), null, work);
    }

    /** What is done, and the response. */
    @FunctionalInterface
    interface Work {
        Response respond(ControlCall call);
    }
}
