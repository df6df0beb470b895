package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.internal.protocol.Request;

/** Reads a request off the connection, and sends the answer, or does not. */
final class Front implements HttpHandler {
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final Service service;
    private final Stalls stalls;

    Front(Service service, Stalls stalls) {
        this.service = service;
        this.stalls = stalls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Service.Served served = serve(read(exchange));
            if (served.plan().has(Delivery.STALL)) {
                stalls.await();
            }
            if (!served.plan().drops()) {
                send(exchange, served.response(), served.plan().has(Delivery.TRUNCATE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A mistake of the sandbox's own, or a fault that cannot be applied, must be seen and not look like a dropped call. */
    private Service.Served serve(Request request) {
        try {
            return service.serve(request);
        } catch (RuntimeException e) {
            CannedAnswer answer = CannedAnswer.refusal(500, "SandboxFailure", "the sandbox failed: " + e);
            return new Service.Served(Response.of(answer), FaultPlan.NONE);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        try (InputStream body = exchange.getRequestBody()) {
            return new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    headers,
                    new String(body.readNBytes(MAX_BODY_BYTES), UTF_8));
        }
    }

    private static void send(HttpExchange exchange, Response response, boolean truncated) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        boolean empty = body.length == 0 && !truncated;
        exchange.sendResponseHeaders(response.status(), empty ? -1 : Math.max(body.length, 1));
        if (!empty) {
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, truncated ? body.length / 2 : body.length);
            out.flush();
        }
    }
}
