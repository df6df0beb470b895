package me.digi.client.sandbox.internal.http;

import java.util.concurrent.CountDownLatch;

/** Responses that are held back until they are released, all together. */
public final class Stalls {
    private CountDownLatch gate = new CountDownLatch(1);
    private boolean closed;

    /** Lets go what has arrived by now; what arrives later is held back again. */
    public synchronized void release() {
        gate.countDown();
        gate = new CountDownLatch(closed ? 0 : 1);
    }

    /** Holds nothing back any more. */
    public synchronized void close() {
        closed = true;
        release();
    }

    /**
     * What a request that arrives now will wait at, if it is to be held back: taken before the request is on the record,
     * so that a test that sees it there can release it.
     */
    synchronized CountDownLatch gate() {
        return gate;
    }
}
