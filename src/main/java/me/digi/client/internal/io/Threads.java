package me.digi.client.internal.io;

public final class Threads {
    private Threads() {}

    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A thread that delays the end of the process. */
    public static Thread nonDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(false);
        return thread;
    }
}
