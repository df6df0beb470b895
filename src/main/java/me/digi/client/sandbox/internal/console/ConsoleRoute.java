package me.digi.client.sandbox.internal.console;

import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.protocol.PathTemplate;

/**
 * A page, or what a form does.
 *
 * @param path under {@code /console/}
 */
record ConsoleRoute(String method, PathTemplate path, Work work) {
    static ConsoleRoute get(String path, Work work) {
        return new ConsoleRoute("GET", new PathTemplate(path), work);
    }

    static ConsoleRoute post(String path, Work work) {
        return new ConsoleRoute("POST", new PathTemplate(path), work);
    }

    /** What is done, and the response. */
    @FunctionalInterface
    interface Work {
        Response respond(ConsoleCall call);
    }
}
