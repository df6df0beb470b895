package application

import kotlinx.coroutines.runBlocking
import me.digi.client.DigiMe
import me.digi.client.sandbox.Sandbox
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class ReaderTest {
    @Test
    fun `works against the sandbox`() {
        Sandbox.start().use { sandbox ->
            DigiMe
                .builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build()
                .use { digiMe ->
                    val accounts = runBlocking { Reader(digiMe, sandbox.contract(), sandbox::allow).accounts() }
                    assertEquals(3, accounts.size)
                }
        }
    }
}
