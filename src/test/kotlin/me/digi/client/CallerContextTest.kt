package me.digi.client

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import me.digi.client.logs.LogLines
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.slf4j.MDC

/** The context that a suspending call passes to the thread on which it waits. */
class CallerContextTest {
    private val local = LocalUser()
    private val observed = RecordedObservations()
    private val digiMe = local.slf4jClient { it.observer(observed.observer) }

    @AfterEach
    fun close() {
        MDC.clear()
        local.close()
    }

    @Test
    fun aSuspendingCallHasTheMdcOfItsCoroutine() {
        LogLines().use { lines ->
            runBlocking {
                withContext(Dispatchers.Default) {
                    MDC.put("call", "7")
                    try {
                        local.userOf(digiMe).awaitListAccounts()
                    } finally {
                        MDC.clear()
                    }
                }
                MDC.put("call", "8")
                local.userOf(digiMe).awaitListAccounts()
            }
            assertThat(lines.of("me.digi.client.requests").map { it.mdc })
                .containsExactly(mapOf("call" to "7"), mapOf("call" to "8"))
        }
    }

    @Test
    fun aSuspendingCallIsAPartOfTheObservationAroundIt() {
        observed.inCall { runBlocking { local.userOf(digiMe).awaitListAccounts() } }
        assertThat(observed.requests().map { RecordedObservations.parent(it) }).containsExactly("call")
        assertThat(observed.openScopes).hasValue(0)
    }
}
