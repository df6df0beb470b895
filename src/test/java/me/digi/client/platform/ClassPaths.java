package me.digi.client.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of the tests, for other JVMs. */
public final class ClassPaths {
    private ClassPaths() {}

    /** All of it. */
    public static String tests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The same without the jar of this name, and with these jars. */
    public static String without(String jar, Path... added) {
        return Stream.concat(
                        Arrays.stream(tests().split(File.pathSeparator)).filter(entry -> !entry.contains(jar)),
                        Stream.of(added).map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The same without the provider that the client uses where it finds it, and with these jars. */
    public static String withoutCorretto(Path... added) {
        return without("AmazonCorrettoCryptoProvider", added);
    }
}
