package me.digi.client.internal.io;

/** The one maker of threads. */
public final class Threads {
    private Threads() {}

    /** A thread that keeps no program alive, to be started. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A thread that a program waits for before it ends, to be started. */
    public static Thread waitedFor(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(false);
        return thread;
    }
}
