package me.digi.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that reads requests and responds with any bytes, or none, where a well-behaved server cannot. */
final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final boolean reads;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Handles a connection after a request has arrived. */
    interface Behaviour {
        void serve(Socket connection) throws IOException;
    }

    private RawServer(Behaviour behaviour, boolean reads) {
        this.behaviour = behaviour;
        this.reads = reads;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    static RawServer that(Behaviour behaviour) {
        return new RawServer(behaviour, true);
    }

    /** Sends this on every connection, whatever the request, and closes it. */
    static RawServer greeting(String text) {
        return new RawServer(connection -> connection.getOutputStream().write(text.getBytes(ISO_8859_1)), false);
    }

    /** Responds to each request with these characters, and closes the connection. */
    static RawServer responding(String response) {
        return that(connection -> {
            connection.getOutputStream().write(response.getBytes(ISO_8859_1));
            connection.getOutputStream().flush();
        });
    }

    /** Responds to each request with a body of this type. */
    static RawServer responding(int status, String type, String body) {
        return responding("HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    /** The address of a port that was closed. */
    static String closedUrl() {
        try (RawServer server = responding("")) {
            return server.url();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    int port() {
        return server.getLocalPort();
    }

    /** The number of connections so far. */
    int connections() {
        return connections.size();
    }

    /** The requests, head and body. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connections.add(connection);
                if (reads) {
                    requests.add(read(connection.getInputStream()));
                }
                behaviour.serve(connection);
            } catch (IOException e) {
                // The client has disconnected, or this server is closed.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no whole request");
            }
            request.append((char) octet);
        }
        Matcher length = LENGTH.matcher(request);
        if (length.find()) {
            request.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1));
        }
        return request.toString();
    }
}
