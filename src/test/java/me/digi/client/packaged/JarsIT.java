package me.digi.client.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contents of the jars. */
class JarsIT {
    private static final String SANDBOX = "me/digi/client/sandbox/";
    private static final String SPRING = "me/digi/client/spring/";
    /** The Javadoc of a method. */
    private static final Pattern METHOD =
            Pattern.compile("(?s)<section class=\"detail\" id=\"[^\"<]+\\([^\"]*\\)\">.*?</section>");

    @Test
    void theJarsHaveStableModuleNames() throws IOException {
        assertThat(moduleName(Packaged.jar())).isEqualTo("me.digi.client");
        assertThat(moduleName(Packaged.jar("sandbox"))).isEqualTo("me.digi.client.sandbox");
        assertThat(moduleName(Packaged.jar("spring"))).isEqualTo("me.digi.client.spring");
    }

    @Test
    void theSandboxIsOnlyInItsOwnJar() throws IOException {
        assertThat(names(Packaged.jar())).noneMatch(name -> name.startsWith(SANDBOX));
        assertThat(names(Packaged.jar("sandbox")))
                .contains(SANDBOX + "Sandbox.class")
                .allMatch(name -> name.startsWith(SANDBOX) || name.startsWith("META-INF/") || SANDBOX.startsWith(name));
    }

    @Test
    void theSpringClassesAreOnlyInTheirOwnJar() throws IOException {
        Set<String> forSpring = Set.of(
                "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
                "META-INF/spring.factories",
                "META-INF/spring-configuration-metadata.json");
        for (Path jar : Set.of(Packaged.jar(), Packaged.jar("sandbox"))) {
            assertThat(names(jar)).noneMatch(name -> name.startsWith(SPRING) || name.startsWith("META-INF/spring"));
        }
        assertThat(names(Packaged.jar("spring")))
                .contains(SPRING + "DigiMeAutoConfiguration.class")
                .containsAll(forSpring)
                .allMatch(name -> name.startsWith(SPRING) || name.startsWith("META-INF/") || SPRING.startsWith(name));
    }

    @Test
    void everyJarHasTheLicense() throws IOException {
        for (Path jar : Set.of(Packaged.jar(), Packaged.jar("sandbox"), Packaged.jar("spring"))) {
            assertThat(names(jar)).contains("META-INF/LICENSE");
        }
    }

    @Test
    void everyClassHasItsSourceAndEveryPublicTypeItsPage() throws IOException {
        Set<String> sources = names(Packaged.jar("sources"));
        Set<String> classes = Stream.of(names(Packaged.jar()), names(Packaged.jar("spring")))
                .flatMap(Set::stream)
                .filter(name -> name.matches("me/digi/.*/[A-Z][A-Za-z0-9]*\\.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(classes).hasSizeGreaterThan(200).allMatch(name -> hasSource(name, sources));
        assertThat(names(Packaged.jar("javadoc")))
                .contains("me/digi/client/DigiMe.html", "me/digi/client/sandbox/Sandbox.html")
                .noneMatch(name -> name.contains("/internal/"));
    }

    /** Builders inherit from generated classes, which Javadoc omits if they are public. */
    @Test
    void thePageOfEveryBuilderDescribesItsMethods() throws IOException {
        Map<String, String> builders = new TreeMap<>();
        try (JarFile javadoc = new JarFile(Packaged.jar("javadoc").toFile())) {
            for (JarEntry page : Collections.list(javadoc.entries())) {
                if (page.getName().matches("me/digi/.*\\.Builder\\.html")
                        && !page.getName().contains("/class-use/")) {
                    String html = new String(javadoc.getInputStream(page).readAllBytes(), StandardCharsets.UTF_8);
                    builders.put(page.getName(), html);
                }
            }
        }
        assertThat(builders).hasSizeGreaterThan(15);
        assertThat(builders).allSatisfy((name, html) -> {
            List<String> methods =
                    METHOD.matcher(html).results().map(MatchResult::group).toList();
            assertThat(methods).hasSizeGreaterThan(1).allMatch(method -> method.contains("class=\"block\""));
            assertThat(html).contains("id=\"build()\"").doesNotContainPattern("Immutable[A-Z]");
        });
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
