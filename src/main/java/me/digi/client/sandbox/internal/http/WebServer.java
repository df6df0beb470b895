package me.digi.client.sandbox.internal.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on daemon threads. */
public final class WebServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final Stalls stalls = new Stalls();
    private final ExecutorService threads = Executors.newCachedThreadPool(WebServer::daemon);

    /** Binds the port, or a free one if it is 0. */
    public WebServer(InetAddress address, int port) {
        // The JDK reads these once per JVM. Without the first, each response waits 40 ms for the acknowledgement of its
        // headers; without the second, only 200 idle connections are kept.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "2000");
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + address.getHostAddress() + ":" + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void serve(String path, Service service) {
        server.createContext(path, new ServiceHandler(service, stalls));
    }

    public Stalls stalls() {
        return stalls;
    }

    /** Starts the server from a daemon thread, so that the server's own thread is one, too. */
    public void start() {
        CompletableFuture.runAsync(server::start, threads).join();
    }

    @Override
    public void close() {
        stalls.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "digi.me sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
