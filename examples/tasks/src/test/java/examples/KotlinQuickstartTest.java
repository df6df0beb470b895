package examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart in its own process and directory. */
class KotlinQuickstartTest {
    @Test
    void aTokenLivesItsLifeAndAllFilesAreRead(@TempDir Path directory) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "examples.KotlinQuickstart")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DIGIME_"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed)
                .contains("the old one is dead", "The user is back", "The token was refreshed on the way")
                .containsPattern("All [1-9][0-9]* files are read");
        assertThat(RepeatedLines.in(printed)).isEmpty();
        assertThat(directory.resolve("digime-tokens")).isNotEmptyDirectory();
    }
}
