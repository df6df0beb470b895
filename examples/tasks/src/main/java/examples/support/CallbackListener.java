package examples.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Waits on this machine for the callback of the user's browser. */
final class CallbackListener implements AutoCloseable {
    private static final byte[] PAGE =
            "<!doctype html><title>Thank you</title><p>You can close this page.".getBytes(StandardCharsets.UTF_8);

    private final BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final String path;

    CallbackListener(URI redirectUri) throws IOException {
        if (!InetAddress.getByName(redirectUri.getHost()).isLoopbackAddress()
                || !"http".equals(redirectUri.getScheme())) {
            throw new IllegalArgumentException(
                    "The redirect URI must be an http address on this machine, such as http://localhost:8765/callback, not "
                            + redirectUri);
        }
        this.path = redirectUri.getPath().isEmpty() ? "/" : redirectUri.getPath();
        this.server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getByName(redirectUri.getHost()),
                        redirectUri.getPort() < 0 ? 80 : redirectUri.getPort()),
                0);
        server.createContext("/", this::respond);
        server.start();
    }

    /** Waits for the next callback, and returns its URI as the browser requested it. */
    String next() throws InterruptedException {
        return callbacks.take();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        boolean isCallback = exchange.getRequestURI().getPath().equals(path);
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(isCallback ? 200 : 404, isCallback ? PAGE.length : -1);
            if (isCallback) {
                body.write(PAGE);
            }
        }
        if (isCallback) {
            // After the browser has the response, since the waiting thread then stops the server.
            callbacks.add(exchange.getRequestURI().toString());
        }
    }
}
