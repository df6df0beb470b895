package me.digi.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** The platform's sockets, counted. */
final class CountingSocketFactory extends SocketFactory {
    private final SocketFactory platform = SocketFactory.getDefault();
    private final AtomicInteger count;

    CountingSocketFactory(AtomicInteger count) {
        this.count = count;
    }

    @Override
    public Socket createSocket() throws IOException {
        count.incrementAndGet();
        return platform.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }
}
