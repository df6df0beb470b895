package me.digi.client.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of the tests, for other JVMs. */
final class ClassPaths {
    private static final String CORRETTO = "AmazonCorrettoCryptoProvider";

    private ClassPaths() {}

    /** All of it. */
    static String tests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Without the provider that the client uses where it finds it, and with these jars. */
    static String withoutCorretto(Path... jars) {
        return Stream.concat(
                        Arrays.stream(tests().split(File.pathSeparator)).filter(entry -> !entry.contains(CORRETTO)),
                        Stream.of(jars).map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
