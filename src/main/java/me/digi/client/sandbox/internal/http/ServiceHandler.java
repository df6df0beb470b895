package me.digi.client.sandbox.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.internal.protocol.BrokenBodyException;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.protocol.RequestBody;

/**
 * Reads requests from connections, and sends responses. An exception closes the connection, even in the middle of a
 * response.
 */
final class ServiceHandler implements HttpHandler {
    private final Service service;
    private final Stalls stalls;

    ServiceHandler(Service service, Stalls stalls) {
        this.service = service;
        this.stalls = stalls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        CountDownLatch gate = stalls.gate();
        Request request = read(exchange);
        Response response = serve(request);
        if (response.plan().has(Delivery.STALL)) {
            await(gate);
        }
        if (response.plan().drops()) {
            throw new IOException("dropped by a fault");
        }
        request.body().drain();
        send(exchange, response, response.plan().has(Delivery.TRUNCATE));
        exchange.close();
    }

    /** Errors of the sandbox, and faults that cannot be applied, must not look like a dropped connection. */
    private Response serve(Request request) throws IOException {
        try {
            return service.serve(request);
        } catch (BrokenBodyException e) {
            throw new IOException(e);
        } catch (RuntimeException e) {
            return Response.of(CannedResponse.error(500, "SandboxFailure", "the sandbox failed: " + e));
        }
    }

    private static void await(CountDownLatch gate) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Request read(HttpExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                new RequestBody(exchange.getRequestBody(), length == null || chunked ? -1 : Long.parseLong(length)));
    }

    private static void send(HttpExchange exchange, Response response, boolean truncated) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, printable(value)));
        Content body = response.body();
        long length = body.length();
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (length > 0) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
            }
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        if (length == 0 && !truncated) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        // Here, 0 means an unknown length.
        exchange.sendResponseHeaders(response.status(), length < 0 ? 0 : Math.max(length, 1));
        LimitedStream out = new LimitedStream(exchange.getResponseBody(), truncated ? half(length) : Long.MAX_VALUE);
        body.writeTo(out);
        out.flush();
        if (truncated || (length >= 0 && out.written() < length)) {
            throw new IOException("cut by a fault");
        }
    }

    private static long half(long length) {
        return length < 0 ? 500 : length / 2;
    }

    /** Replaces characters that are not allowed in a header. */
    private static String printable(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
