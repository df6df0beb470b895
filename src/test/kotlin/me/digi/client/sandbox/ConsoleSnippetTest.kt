package me.digi.client.sandbox

import kotlinx.coroutines.runBlocking
import me.digi.client.DigiMe
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.authorize
import me.digi.client.environment
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.net.URI
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** The Kotlin code of the console's contract page. */
class ConsoleSnippetTest {
    @Test
    fun kotlinSnippetOpensTheConsentPage(
        @TempDir directory: Path,
    ) {
        Sandbox.start().use { sandbox ->
            directory.resolve("key.pem").writeText(sandbox.privateKeyPem(sandbox.contract()))
            val link = runBlocking { snippet(sandbox, directory) }
            assertThat(sandbox.allow(link)).hasParameter("code")
        }
    }

    @Test
    fun kotlinSnippetEqualsTheCompiledOne() {
        val (imports, code) = shown().split("\n\n", limit = 2)
        assertThat(source().lines()).containsAll(imports.lines())
        assertThat(shape(code)).isEqualTo(shape(compiled()))
    }

    private suspend fun snippet(
        sandbox: Sandbox,
        directory: Path,
    ): URI {
        // snippet
        val contract =
            ContractDetails {
                contractId("${sandbox.contract().contractId()}")
                privateKey(Path.of("$directory/key.pem").readText())
            }
        val digiMe =
            DigiMe {
                applicationId("${sandbox.applicationId()}")
                contract(contract)
                environment {
                    baseUrl("${sandbox.environment().baseUrl()}")
                    onboardUrl("${sandbox.environment().onboardUrl()}")
                    cloudUrl("${sandbox.environment().cloudUrl()}")
                }
            }
        val pending = digiMe.authorize().redirectUri("http://localhost:8765/callback").awaitStart()
        println("Open this page, and press Allow: ${pending.url}")
        // end
        digiMe.close()
        return pending.url
    }

    private fun shown() = Sandbox::class.java.getResource("console/Setup.kt.txt")!!.readText()

    private fun source() = Path.of("src/test/kotlin/me/digi/client/sandbox/ConsoleSnippetTest.kt").readText()

    private fun compiled() =
        source()
            .substringAfter("// snippet\n")
            .substringBefore("        // end\n")
            .trimIndent()

    /** The code without white space and without its strings, of which the console fills in some. */
    private fun shape(code: String) = code.replace(Regex("\"[^\"]*\""), "\"\"").replace(Regex("\\s+"), "")
}
