package application

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import me.digi.client.DigiMe
import me.digi.client.callTimeout
import me.digi.client.diagnostics.TokenEvents
import me.digi.client.environment
import me.digi.client.retry.maxDelay
import me.digi.client.retryPolicy
import me.digi.client.sandbox.Sandbox
import me.digi.client.sandbox.SyncScript
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Test
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

class ReaderTest {
    private val tokens = TokenEvents()

    private fun digiMe(sandbox: Sandbox) =
        DigiMe {
            applicationId(sandbox.applicationId())
            environment { from(sandbox.environment()) }
            clock(sandbox.clock())
            callTimeout(1.minutes)
            retryPolicy {
                limit(1)
                maxDelay(5.seconds)
            }
            tokenListener(tokens)
        }

    @Test
    fun `works against the sandbox`() {
        Sandbox.start().use { sandbox ->
            sandbox.newUsers { it.script(SyncScript.atOnce()) }
            digiMe(sandbox).use { digiMe ->
                runBlocking {
                    val reader = Reader(digiMe, sandbox.contract(), sandbox::allow)
                    val change = async(start = CoroutineStart.UNDISPATCHED) { tokens.changes().first() }
                    assertEquals(3, reader.accounts().size)
                    assertFalse(reader.lengths().isEmpty())
                    val (userKey, expiresAt) = change.await()
                    assertEquals("user-42", userKey)
                    assertNotNull(expiresAt)
                }
            }
        }
    }
}
