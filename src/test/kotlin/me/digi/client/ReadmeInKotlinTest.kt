package me.digi.client

import kotlinx.coroutines.runBlocking
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.awaitUrl
import me.digi.client.read.ReadEvent
import me.digi.client.read.ReadProgress
import me.digi.client.read.readAllAsFlow
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.nio.file.Path
import java.util.UUID
import kotlin.io.path.readText

/** The README's Kotlin, line by line, with a sandbox in place of what an application brings. */
class ReadmeInKotlinTest {
    private val stored = mutableMapOf<String, String>()
    private val shown = mutableListOf<ReadProgress>()

    private fun store(
        name: String,
        content: String,
    ) {
        stored[name] = content
    }

    private fun show(progress: ReadProgress) {
        shown += progress
    }

    @Test
    fun itRunsAndReadsAllFiles() =
        runBlocking<Unit> {
            LocalDigiMe().use { local ->
                val id = local.contract.contractId()
                val pem = local.sandbox.privateKeyPem(local.contract)
                val state = UUID.randomUUID().toString()
                // The application's own: the sandbox's address and clock, and pauses that are not waited for.
                local.builder().build().use { digiMe ->
                    val contract =
                        ContractDetails {
                            contractId(id)
                            privateKey(pem)
                        }
                    val link =
                        digiMe
                            .authorize(contract) {
                                callback("https://app.example/callback")
                                state(state)
                            }.awaitUrl()
                    val code =
                        local.sandbox
                            .allow(link.url())
                            .query
                            .substringAfter("code=")
                            .substringBefore('&')
                    val user =
                        digiMe.awaitUser(contract, digiMe.awaitExchangeCode(contract, code, link.codeVerifier()))

                    user.files(user.awaitReadSession()).readAllAsFlow { file -> file.text() }.collect { event ->
                        when (event) {
                            is ReadEvent.File -> store(event.entry.name(), event.content)
                            is ReadEvent.Progress -> show(event.progress)
                            is ReadEvent.Finished -> check(event.summary.isComplete)
                        }
                    }
                }
            }
            assertThat(stored).isNotEmpty()
        }

    @Test
    fun theReadmeSaysTheSame() {
        val here = words(Path.of("src/test/kotlin/me/digi/client/ReadmeInKotlinTest.kt").readText())
        val readme = Path.of("README.md").readText()
        val snippet = readme.substringAfter("```kotlin\n").substringBefore("```")
        val lines =
            snippet
                .lines()
                .map { words(it).replace("https://my.app/back", "https://app.example/callback") }
                .filterNot { it.isEmpty() || it.startsWith("//") || it.startsWith("DigiMe{") }
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy { assertThat(here).contains(it) }
    }

    /** The text without its layout, which the formatter has its own mind about. */
    private fun words(text: String): String = text.filterNot(Char::isWhitespace)
}
