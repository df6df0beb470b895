package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that an application needs, which was 237 lines without this package. */
class ApplicationInFewLinesTest {
    private static final Path APPLICATION = Path.of("src/it/consumers/spring-boot-3/src/main/java");
    private static final Path SAMPLE = Path.of("examples/web/src");

    @Test
    void webApplicationThatSharesAndReadsHasFewerThanThirtyLines() throws IOException {
        assertThat(lines(APPLICATION))
                .filteredOn(ApplicationInFewLinesTest::counts)
                .hasSizeBetween(10, 29);
    }

    @Test
    void sampleWebApplicationHasFewerThan250LinesOfWhateverKind() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(SAMPLE)) {
            for (Path part : parts.toList()) {
                if (!part.endsWith("test") && !part.endsWith("browser")) { // the tests
                    lines.addAll(lines(part));
                }
            }
        }
        assertThat(lines).hasSizeBetween(100, 249);
    }

    private static List<String> lines(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static boolean counts(String line) {
        return !line.isBlank() && !line.matches("(package|import) .*") && !line.matches(" *(//|/\\*|\\*).*");
    }
}
