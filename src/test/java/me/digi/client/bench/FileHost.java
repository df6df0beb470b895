package me.digi.client.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on loopback that hands out ready bytes, as fast as the JDK's server can. */
final class FileHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final String metadata;

    FileHost(String metadata) throws IOException {
        this.metadata = metadata;
        // Else each response on a connection that is used again waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
    }

    void add(String name, byte[] encrypted) {
        files.put(name, encrypted);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.7/";
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] file = files.get(path.substring(path.lastIndexOf('/') + 1));
            byte[] body = file == null ? list() : file;
            exchange.getResponseHeaders().add("x-metadata", metadata);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] list() {
        String entries = files.keySet().stream()
                .filter(name -> name.startsWith("small"))
                .map(name -> "{\"name\":\"" + name + "\",\"updatedDate\":1}")
                .collect(Collectors.joining(","));
        return ("{\"status\":{\"state\":\"completed\"},\"fileList\":[" + entries + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
