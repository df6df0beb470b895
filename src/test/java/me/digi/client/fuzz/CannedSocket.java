package me.digi.client.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A connection to a server that is not there, without a network: each request gets the bytes for its path. */
public final class CannedSocket extends Socket {
    private final Function<String, byte[]> responses;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private volatile boolean closed;

    private final InputStream in = new InputStream() {
        private InputStream response = InputStream.nullInputStream();

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = response.read(bytes, offset, length);
            if (count < 0 && request.size() > 0) {
                String[] requestLine =
                        request.toString(StandardCharsets.ISO_8859_1).split(" ", 3);
                request.reset();
                response = new ByteArrayInputStream(responses.apply(requestLine[1]));
                count = response.read(bytes, offset, length);
            }
            return count;
        }
    };

    public CannedSocket(Function<String, byte[]> responses) {
        this.responses = responses;
    }

    /** A whole response with a body of that type. */
    public static byte[] response(int status, String type, byte[] body) {
        String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return GzipFuzz.concat(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return request;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    }

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
