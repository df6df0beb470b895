package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what runs here, and what they point at is there. */
class DocumentsTest {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern EXAMPLE = Pattern.compile("-Dexample=(\\w+)");
    private static final Pattern BENCHMARK = Pattern.compile("-Dbenchmark=(\\w+)");
    private static final Path TASKS = Path.of("examples/tasks");
    private static final Pattern COORDINATES = Pattern.compile("[\"'](me\\.digi[^\"']*)[\"']");
    private static final Set<String> GOALS =
            Set.of("generate-sources", "compile", "test-compile", "test", "verify", "install", "deploy", "exec:exec");

    @ParameterizedTest
    @ValueSource(strings = {"java", "kotlin"})
    void everyBlockOfCodeIsARegionThatRunsAndEveryRegionIsShown(String language) throws IOException {
        List<Region> regions = new ArrayList<>(Region.in(language));
        if (language.equals("java")) {
            regions.add(firstConsent());
        }
        List<CodeBlock> blocks = blocks(language);
        assertThat(regions).isNotEmpty();
        assertThat(blocks)
                .as("blocks that no region of the guides' sources is the same as")
                .allMatch(block -> regions.stream().anyMatch(region -> region.isShownBy(block)));
        assertThat(regions)
                .as("regions that no page shows")
                .allMatch(region -> blocks.stream().anyMatch(region::isShownBy));
    }

    /** A newcomer copies it, so it is a whole program, which is compiled and run like every example. */
    @Test
    void firstBlockOfCodeIsAWholeProgram() throws IOException {
        CodeBlock first = blocks("java").get(0);
        assertThat(first.page()).hasToString("README.md");
        assertThat(firstConsent().isShownBy(first)).isTrue();
        assertThat(first.line() + first.text().lines().count())
                .as("lines until its end: one screen")
                .isLessThanOrEqualTo(55);
    }

    @Test
    void everyBlockIsOfALanguageThatIsChecked() throws IOException {
        assertThat(Page.all())
                .flatExtracting(Page::blocks)
                .extracting(CodeBlock::language)
                .isSubsetOf("java", "kotlin", "sh", "xml", "mermaid", "kts", "groovy", "yaml", "html");
    }

    @Test
    void everyGuideIsInTheIndexAndNoPageIsLost() throws IOException {
        List<String> links = page("docs/README.md").links();
        try (Stream<Path> guides = Files.list(Path.of("docs"))) {
            assertThat(guides.map(guide -> guide.getFileName().toString()))
                    .filteredOn(guide -> !guide.equals("README.md"))
                    .isNotEmpty()
                    .isSubsetOf(links);
        }
        assertThat(page("README.md").links()).contains("docs/README.md");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                if (!link.matches("https?://.*") && !leadsSomewhere(page, link)) {
                    dead.add(page + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyCommandRunsWhatTheBuildHas() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            for (String word :
                    WORD.matcher(command).results().map(MatchResult::group).toList()) {
                if (!word.matches(
                        "mvn|-.*|…|examples|clean|spotless:apply|dokka:dokka|exec:exec@fuzz|pitest:mutationCoverage")) {
                    assertThat(GOALS).as(command).contains(word);
                }
            }
            for (Matcher example = EXAMPLE.matcher(command); example.find(); ) {
                assertThat(List.of(
                                TASKS.resolve("src/main/java/examples/" + example.group(1) + ".java"),
                                TASKS.resolve("src/main/kotlin/examples/" + example.group(1) + ".kt")))
                        .as(command)
                        .anyMatch(Files::exists);
            }
            for (Matcher benchmark = BENCHMARK.matcher(command); benchmark.find(); ) {
                assertThat(List.of(
                                Path.of("src/test/java/me/digi/client/bench", benchmark.group(1) + ".java"),
                                Path.of("src/test/kotlin/me/digi/client/bench", benchmark.group(1) + ".kt")))
                        .as(command)
                        .anyMatch(Files::exists);
            }
        }
    }

    @Test
    void dependencyThatPagesAndExamplesNameIsThisProject() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<CodeBlock> dependencies = blocks("xml");
        assertThat(dependencies).isNotEmpty();
        for (String element : List.of("groupId", "artifactId", "version")) {
            assertThat(dependencies)
                    .flatExtracting(dependency -> elements(dependency.text(), element))
                    .containsOnly(elements(pom, element).get(0));
        }
        for (String example : List.of("tasks", "ktor")) {
            assertThat(elements(Files.readString(Path.of("examples", example, "pom.xml")), "digime.version"))
                    .containsExactly(elements(pom, "version").get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kts", "groovy"})
    void dependenciesThatGradleIsGivenAreThisProjectAndItsOtherJars(String language) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String coordinates = Stream.of("groupId", "artifactId", "version")
                .map(element -> elements(pom, element).get(0))
                .collect(Collectors.joining(":"));
        assertThat(blocks(language))
                .flatExtracting(block -> COORDINATES
                        .matcher(block.text())
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .containsOnly(coordinates, coordinates + ":sandbox", coordinates + ":spring");
    }

    @Test
    void everyExampleIsListedWithTheArgumentsThatItsFileSays() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(TASKS.resolve("src/main/java/examples"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList()) {
                Matcher arguments = Pattern.compile("Arguments: \\{@code ([^}]*)}|No arguments\\.")
                        .matcher(Files.readString(file).replaceAll("\\s+\\* ", " "));
                assertThat(arguments.find()).as(file.toString()).isTrue();
                String name = file.getFileName().toString().replace(".java", "");
                rows.add("[%s](tasks/src/main/java/examples/%s.java)|%s"
                        .formatted(name, name, arguments.group(1) == null ? "" : "`" + arguments.group(1) + "`"));
            }
        }
        assertThat(Files.readAllLines(Path.of("examples/README.md")))
                .filteredOn(line -> line.startsWith("| [") && line.contains("/java/"))
                .extracting(line -> line.split(" *\\| *", -1))
                .extracting(cells -> cells[1] + "|" + cells[3])
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    /** All that begins with {@code mvn}, in blocks and in the text, each less its quoted arguments and comments. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Page page : Page.all()) {
            page.blocks().stream()
                    .filter(block -> block.language().equals("sh"))
                    .flatMap(block -> block.text().lines())
                    .forEach(commands::add);
            commands.addAll(page.codeSpans());
        }
        return commands.stream()
                .filter(command -> command.startsWith("mvn "))
                .map(command -> command.replaceAll("\\s#.*", "").replaceAll("\"[^\"]*\"", ""))
                .toList();
    }

    private static List<CodeBlock> blocks(String language) throws IOException {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static boolean leadsSomewhere(Page page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path directory = page.file().toAbsolutePath().getParent();
        Path target = parts[0].isEmpty()
                ? page.file().toAbsolutePath()
                : directory.resolve(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || page(Path.of("").toAbsolutePath().relativize(target).toString())
                        .anchors()
                        .contains(parts[1]);
    }

    private static Page page(String file) throws IOException {
        return Page.all().stream()
                .filter(page -> page.file().equals(Path.of(file)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no page " + file));
    }

    private static Region firstConsent() throws IOException {
        Path file = TASKS.resolve("src/main/java/examples/FirstConsent.java");
        return new Region(file, "all but its package", Files.readString(file).replaceFirst("package \\w+;", ""));
    }

    private static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + ">([^<]+)</" + name + ">")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
