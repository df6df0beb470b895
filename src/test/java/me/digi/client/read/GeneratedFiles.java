package me.digi.client.read;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server of files that are encrypted as they are sent: no file of theirs is in memory or on disk. */
final class GeneratedFiles implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Generated> files = new ConcurrentHashMap<>();
    private final PublicKey key;

    GeneratedFiles(PublicKey key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.7/";
    }

    /** A file of this many bytes, all zero. */
    GeneratedFiles zeros(String name, long length) {
        files.put(name, new Generated(null, out -> writeZeros(out, length)));
        return this;
    }

    GeneratedFiles gzippedZeros(String name, long length) {
        files.put(name, new Generated("gzip", out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(open(out), 64 << 10)) {
                writeZeros(gzip, length);
            }
        }));
        return this;
    }

    GeneratedFiles brotli(String name, byte[] compressed) {
        files.put(name, new Generated("brotli", out -> out.write(compressed)));
        return this;
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Generated file = files.get(path.substring(path.lastIndexOf('/') + 1));
            exchange.getResponseHeaders().add("x-metadata", FileMaker.header(file.compression()));
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream encrypting = FileMaker.encrypting(key, exchange.getResponseBody())) {
                file.content().writeTo(encrypting);
            }
        }
    }

    private static void writeZeros(OutputStream out, long length) throws IOException {
        byte[] zeros = new byte[64 << 10];
        for (long left = length; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    /** The same stream, which closing leaves open. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Generated(String compression, Content content) {}

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
