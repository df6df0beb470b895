package examples

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

/** The quickstart as a newcomer runs it: as a program of its own, which writes where it is started. */
class KotlinQuickstartTest {
    @Test
    fun aTokenLivesItsLifeAndAllFilesAreRead(
        @TempDir directory: Path,
    ) {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val quick = arrayOf("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData")
        val process =
            ProcessBuilder(java, *quick, "-cp", System.getProperty("java.class.path"), "examples.KotlinQuickstart")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start()
        val printed = process.inputStream.use { it.readBytes().decodeToString() }
        assertThat(process.waitFor()).describedAs(printed).isZero()
        assertThat(printed)
            .contains("the old one is dead", "The user is back", "The token was refreshed on the way")
            .containsPattern("All [1-9][0-9]* files are read")
        assertThat(directory.resolve("digime-tokens")).isNotEmptyDirectory()
    }
}
