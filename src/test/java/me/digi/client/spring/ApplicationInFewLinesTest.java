package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application has to write itself, which was 237 lines without this package. */
class ApplicationInFewLinesTest {
    private static final Path APPLICATION = Path.of("src/it/consumers/spring-boot-3/src/main/java");

    @Test
    void webApplicationThatSharesAndReadsHasFewerThanThirtyLines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(ApplicationInFewLinesTest::counts)
                        .forEach(lines::add);
            }
        }
        assertThat(lines).hasSizeBetween(10, 29);
    }

    private static boolean counts(String line) {
        return !line.isBlank() && !line.matches("(package|import) .*") && !line.matches(" *(//|/\\*|\\*).*");
    }
}
