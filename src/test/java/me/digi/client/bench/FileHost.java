package me.digi.client.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import me.digi.client.read.ReadSamples;
import okio.ByteString;

/** A server on loopback that hands out ready bytes, as fast as the JDK's server can: the files of some sessions. */
final class FileHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, ReadyFile>> sessions = new TreeMap<>();

    FileHost() throws IOException {
        // Else each response on a connection that is used again waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
    }

    /** Adds a file, named by its number, to the session of that key. */
    void add(String session, String compression, byte[] encrypted) {
        Map<String, ReadyFile> files = sessions.computeIfAbsent(session, added -> new TreeMap<>());
        files.put(
                Integer.toString(files.size()),
                new ReadyFile(ReadSamples.metadata(compression), ByteString.of(encrypted)));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.7/";
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path path = Path.of(exchange.getRequestURI().getPath());
            Map<String, ReadyFile> session = sessions.get(path.getName(3).toString());
            ReadyFile file =
                    path.getNameCount() > 4 ? session.get(path.getFileName().toString()) : list(session);
            exchange.getResponseHeaders().add("x-metadata", file.metadata);
            exchange.sendResponseHeaders(200, file.bytes.size());
            file.bytes.write(exchange.getResponseBody());
        }
    }

    private static ReadyFile list(Map<String, ReadyFile> session) {
        String entries = session.keySet().stream()
                .map(name -> "{\"name\":\"" + name + "\",\"updatedDate\":1}")
                .collect(Collectors.joining(","));
        String list = "{\"status\":{\"state\":\"completed\"},\"fileList\":[" + entries + "]}";
        return new ReadyFile("", ByteString.encodeUtf8(list));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record ReadyFile(String metadata, ByteString bytes) {}
}
