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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what runs here, and what they point at is there. */
class DocumentsTest {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern EXECUTION = Pattern.compile("exec:(java|exec)@([\\w-]+)");
    private static final Pattern EXAMPLE = Pattern.compile("-Dexample=(\\w+)");
    private static final Set<String> GOALS =
            Set.of("generate-sources", "compile", "test-compile", "test", "verify", "install", "deploy");

    @ParameterizedTest
    @ValueSource(strings = {"java", "kotlin"})
    void everyBlockOfCodeIsARegionThatRunsAndEveryRegionIsShown(String language) throws IOException {
        List<Region> regions = Region.in(language);
        List<CodeBlock> blocks = blocks(language);
        assertThat(regions).isNotEmpty();
        assertThat(blocks)
                .as("blocks that no region of the guides' sources is the same as")
                .allMatch(block -> regions.stream().anyMatch(region -> region.isShownBy(block)));
        assertThat(regions)
                .as("regions that no page shows")
                .allMatch(region -> blocks.stream().anyMatch(region::isShownBy));
    }

    @Test
    void everyBlockIsOfALanguageThatIsChecked() throws IOException {
        assertThat(Page.all())
                .flatExtracting(Page::blocks)
                .extracting(CodeBlock::language)
                .isSubsetOf("java", "kotlin", "sh", "xml", "mermaid");
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
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            for (String word :
                    WORD.matcher(command).results().map(MatchResult::group).toList()) {
                if (!word.matches("mvn|-.*|…|clean|spotless:apply|dokka:dokka|pitest:mutationCoverage")
                        && !EXECUTION.matcher(word).matches()) {
                    assertThat(GOALS).as(command).contains(word);
                }
            }
            for (Matcher exec = EXECUTION.matcher(command); exec.find(); ) {
                assertThat(pom).as(command).contains("<id>" + exec.group(2) + "</id>");
            }
            for (Matcher example = EXAMPLE.matcher(command); example.find(); ) {
                assertThat(Path.of("examples/src/main/java/examples", example.group(1) + ".java"))
                        .as(command)
                        .exists();
            }
        }
    }

    @Test
    void dependencyThatTheReadmeNamesIsThisProject() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<CodeBlock> dependencies = blocks("xml");
        assertThat(dependencies).isNotEmpty();
        for (CodeBlock dependency : dependencies) {
            for (String element : List.of("groupId", "artifactId", "version")) {
                assertThat(element(dependency.text(), element)).isEqualTo(element(pom, element));
            }
        }
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

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "missing";
    }
}
