package me.digi.client;

import java.util.List;

/** A program that uses a client and ends without closing it. */
final class UnclosedClient {
    private UnclosedClient() {}

    public static void main(String[] arguments) {
        LocalDigiMe local = new LocalDigiMe();
        local.digiMe.refreshToken(local.contract, local.token());
        System.out.println("kept alive by " + nonDaemons());
    }

    /** The threads that a JVM waits for, but for the one that runs {@code main}. */
    static List<String> nonDaemons() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                .map(Thread::getName)
                .toList();
    }
}
