package me.digi.client.internal.token;

/** Threads that do not keep a program alive. */
final class Daemon {
    private Daemon() {}

    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
