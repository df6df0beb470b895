package me.digi.client.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the jars, and what is not. */
class JarsIT {
    private static final String SANDBOX = "me/digi/client/sandbox/";

    @Test
    void theJarsHaveStableModuleNames() throws IOException {
        assertThat(moduleName(Packaged.jar())).isEqualTo("me.digi.client");
        assertThat(moduleName(Packaged.jar("sandbox"))).isEqualTo("me.digi.client.sandbox");
    }

    @Test
    void theSandboxIsInItsOwnJarAlone() throws IOException {
        assertThat(names(Packaged.jar())).noneMatch(name -> name.startsWith(SANDBOX));
        assertThat(names(Packaged.jar("sandbox")))
                .contains(SANDBOX + "Sandbox.class")
                .allMatch(name -> name.startsWith(SANDBOX) || name.startsWith("META-INF/") || SANDBOX.startsWith(name));
    }

    @Test
    void whoeverGetsAJarGetsTheLicence() throws IOException {
        for (Path jar : Set.of(Packaged.jar(), Packaged.jar("sandbox"))) {
            assertThat(names(jar)).contains("META-INF/LICENSE");
        }
    }

    @Test
    void everyClassHasItsSourceAndEveryPublicTypeItsPage() throws IOException {
        Set<String> sources = names(Packaged.jar("sources"));
        Set<String> classes = names(Packaged.jar()).stream()
                .filter(name -> name.matches("me/digi/.*/[A-Z][A-Za-z0-9]*\\.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(classes).hasSizeGreaterThan(200).allMatch(name -> hasSource(name, sources));
        assertThat(names(Packaged.jar("javadoc")))
                .contains("me/digi/client/DigiMe.html", "me/digi/client/sandbox/Sandbox.html")
                .noneMatch(name -> name.contains("/internal/"));
    }

    @Test
    void theDescriptionIsPublishedBesideTheJar() {
        assertThat(Packaged.description()).hasSameTextualContentAs(Path.of("api-spec", "digime.yaml"));
    }

    private static boolean hasSource(String type, Set<String> sources) {
        return sources.contains(type + ".java")
                || sources.contains(type + ".kt")
                || (type.endsWith("Kt") && sources.contains(type.substring(0, type.length() - 2) + ".kt"));
    }

    private static String moduleName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
        }
    }

    private static Set<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
