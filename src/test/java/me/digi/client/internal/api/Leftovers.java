package me.digi.client.internal.api;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a client leaves in its process, in a JVM that was started with {@link #OPTIONS}. */
public final class Leftovers {
    /** Let it see the JVM's shutdown hooks. */
    public static final List<String> OPTIONS = List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");

    private static final String PREFIX = "digi.me";

    private Leftovers() {}

    /** The client's threads that do not end by themselves, and its shutdown hooks. */
    public static String ofClosedClient() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(PREFIX)) {
                thread.join(5_000);
            }
        }
        return "threads " + names(Thread.getAllStackTraces().keySet()) + ", hooks " + names(hooks());
    }

    private static List<String> names(Collection<Thread> threads) {
        return threads.stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
    }

    private static Collection<Thread> hooks() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            return new ArrayList<>(((Map<?, ?>) hooks.get(null))
                    .keySet().stream().map(Thread.class::cast).toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A guard that is closed during a request, and one that is given a request after that. */
    public static void main(String[] arguments) throws InterruptedException {
        ExitGuard guard = ExitGuard.forThisPlatform();
        CompletableFuture<Void> landed = new CompletableFuture<>();
        guard.add(landed);
        System.out.println("hooks " + names(hooks()));
        guard.close();
        landed.complete(null);
        System.out.println(ofClosedClient());
        guard.add(new CompletableFuture<>());
        System.out.println(ofClosedClient());
    }
}
