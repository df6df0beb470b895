package me.digi.client.sandbox.internal.http;

import java.util.concurrent.CountDownLatch;

/** Holds responses back until all of them are released. */
public final class Stalls {
    private CountDownLatch gate = new CountDownLatch(1);
    private boolean closed;

    /** Releases the responses to requests received so far. */
    public synchronized void release() {
        gate.countDown();
        gate = new CountDownLatch(closed ? 0 : 1);
    }

    /** Stops holding responses back. */
    public synchronized void close() {
        closed = true;
        release();
    }

    /**
     * What the response to a new request waits for. To be called before the request is recorded, so that a test that
     * sees it in the log can release it.
     */
    synchronized CountDownLatch gate() {
        return gate;
    }
}
