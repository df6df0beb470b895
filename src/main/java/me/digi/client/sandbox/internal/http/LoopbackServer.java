package me.digi.client.sandbox.internal.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1, on daemon threads alone. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final Stalls stalls = new Stalls();
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

    /** Takes the port, or any free one if it is 0, and serves nobody yet. */
    public LoopbackServer(int port) {
        // Without it each response waits 40 ms for the acknowledgement of its headers. The JDK reads it once, before
        // the
        // first
        // server of the JVM.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is not to be had on 127.0.0.1", e);
        }
        server.setExecutor(threads);
    }

    /** The address, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void serve(String path, Service service) {
        server.createContext(path, new Front(service, stalls));
    }

    public Stalls stalls() {
        return stalls;
    }

    /** Begins to serve. The server's own thread is a daemon if the one that starts it is. */
    public void start() {
        CompletableFuture.runAsync(server::start, threads).join();
    }

    @Override
    public void close() {
        stalls.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "digi.me sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
