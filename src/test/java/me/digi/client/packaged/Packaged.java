package me.digi.client.packaged;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged jars, which the build names to the tests that run afterwards. */
final class Packaged {
    private Packaged() {}

    static Path jar() {
        return Path.of(property("packaged.prefix") + ".jar");
    }

    /** One of the other jars. */
    static Path jar(String classifier) {
        return Path.of(property("packaged.prefix") + '-' + classifier + ".jar");
    }

    /** The dependencies of the jar. */
    static List<Path> dependencies() {
        return Arrays.stream(property("packaged.dependencies").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The jar, its dependencies, and more. */
    static String classPath(Path... more) {
        return Stream.of(Stream.of(more), Stream.of(jar()), dependencies().stream())
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The POM as it is installed and published. */
    static Path pom() {
        return Path.of(property("packaged.pom"));
    }

    static Path androidSignature() {
        return Path.of(property("android.signature"));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
