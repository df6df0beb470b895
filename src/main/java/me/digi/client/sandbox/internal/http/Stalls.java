package me.digi.client.sandbox.internal.http;

import java.util.concurrent.CountDownLatch;

/** Answers that are held back until they are released, all together. */
public final class Stalls {
    private CountDownLatch gate = new CountDownLatch(1);
    private boolean closed;

    /** Lets go what is held back now; what stalls later is held back again. */
    public synchronized void release() {
        gate.countDown();
        gate = new CountDownLatch(closed ? 0 : 1);
    }

    /** Holds nothing back any more. */
    public synchronized void close() {
        closed = true;
        release();
    }

    void await() throws InterruptedException {
        gate().await();
    }

    private synchronized CountDownLatch gate() {
        return gate;
    }
}
