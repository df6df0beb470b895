package examples.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser's request, and the response to it. */
public final class WebExchange {
    private static final Pattern SESSION = Pattern.compile("(?:^|; )session=([^;]+)");

    private final HttpExchange exchange;

    private WebExchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Responds to requests. */
    @FunctionalInterface
    public interface Handler {
        void handle(WebExchange web) throws IOException;
    }

    // docs: the server
    /** Serves on this machine until it is stopped. */
    public static HttpServer serve(int port, Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool()); // Java 21: newVirtualThreadPerTaskExecutor()
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(new WebExchange(exchange));
            }
        });
        server.start();
        return server;
    }
    // docs: end

    /** Method and path, such as {@code GET /accounts}. */
    public String request() {
        return exchange.getRequestMethod() + " " + path();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The query, undecoded, or an empty string. */
    public String query() {
        return Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    }

    // docs: the cookie
    /** The session id that the browser sends, which may not be from this server, or an empty string. */
    public String sessionId() {
        @Nullable String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        Matcher session = SESSION.matcher(cookies == null ? "" : cookies);
        return session.find() ? session.group(1) : "";
    }

    /** Scripts cannot read it, and no form or image of another site sends it. Over HTTPS, add {@code Secure}. */
    public void setSessionId(String id) {
        exchange.getResponseHeaders().set("Set-Cookie", "session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
    }
    // docs: end

    /** Shows a page. */
    public void show(int status, String body) throws IOException {
        byte[] page = ("<!doctype html><html lang=en><meta charset=utf-8><title>My data</title><h1>My data</h1>" + body)
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    /** Redirects the browser. */
    public void go(String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(303, -1);
    }

    /** Starts a response that consists of events. */
    public void startEvents() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    /** Sends an event, unless the browser has left. */
    public void send(String event, String text) {
        try {
            exchange.getResponseBody().write(("event: " + event + "\ndata: " + text + "\n\n").getBytes(UTF_8));
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            // Reading continues.
        }
    }
}
