package me.digi.client.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What does the work: this client, the floor beneath it, and the official SDK for Node.js. */
enum Side {
    CLIENT("client, JDK", ClientSteps.class, false),
    FLOOR("floor, JDK", FloorSteps.class, false),
    CLIENT_WITH_CORRETTO("client, Corretto", ClientSteps.class, true),
    FLOOR_WITH_CORRETTO("floor, Corretto", FloorSteps.class, true),
    PEER("official Node.js SDK", null, false);

    /** With the collector that the JVM chooses itself where there is less than 1,792 MB, or one processor. */
    private static final List<String> SMALL_PROCESS = List.of("-Xmx64m", "-XX:+UseSerialGC");

    private static final String CORRETTO = "AmazonCorrettoCryptoProvider";

    /** What an application has on its class path, and not what the tests have. */
    private static final Predicate<String> OF_AN_APPLICATION = Pattern.compile(
                    "(classes|(okhttp-4|okio|retrofit|moshi|jjwt|"
                            + "kotlin-stdlib|dec-|jspecify|brotli4j|native-|service-|" + CORRETTO + ")[^/]*\\.jar)$")
            .asPredicate();

    private static final Path DRIVER = Path.of("src/test/resources/bench/official-sdk.mjs");

    final String title;
    private final Class<?> main;
    private final boolean withCorretto;

    Side(String title, Class<?> main, boolean withCorretto) {
        this.title = title;
        this.main = main;
        this.withCorretto = withCorretto;
    }

    /** The command that starts a process of this side, which is told what to do line by line. */
    List<String> command(Path settings, String pairName, String peer) {
        if (this == PEER) {
            return List.of("node", DRIVER.toString(), peer, settings.toString(), pairName);
        }
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(SMALL_PROCESS);
        command.addAll(List.of("-cp", classPath(), main.getName(), settings.toString(), pairName));
        return command;
    }

    boolean does(Work work) {
        return floor() != this || work.hasFloor();
    }

    /** The floor with the same provider; itself if it is one, null if there is none. */
    Side floor() {
        return this == PEER ? null : withCorretto ? FLOOR_WITH_CORRETTO : FLOOR;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(OF_AN_APPLICATION)
                .filter(entry -> withCorretto || !entry.contains(CORRETTO))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
