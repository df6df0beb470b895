package me.digi.client

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import me.digi.client.diagnostics.TokenEvent
import me.digi.client.diagnostics.TokenEvents
import me.digi.client.diagnostics.grant
import me.digi.client.store.GrantKey
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import java.util.concurrent.atomic.AtomicInteger

@Timeout(60)
class TokenEventFlowTest {
    private val tokens = TokenEvents()

    private fun event(number: Int): TokenEvent = TokenEvent.RefreshStarted(GrantKey("contract", "user-$number"))

    @Test
    fun newTokenPairsComeAsAFlow() =
        LocalUser().use { local ->
            runBlocking<Unit> {
                val user = local.userOf(local.client { it.tokenListener(tokens) })
                val changed =
                    async(start = CoroutineStart.UNDISPATCHED) {
                        tokens.events.filterIsInstance<TokenEvent.Changed>().first()
                    }
                user.awaitRefresh()
                assertThat(changed.await().token).isEqualTo(user.awaitLoadToken())
            }
        }

    @Test
    fun everyCollectorGetsEveryEventInOrder() =
        runBlocking<Unit> {
            val users = tokens.events.take(3).map { it.grant.userKey }
            val collectors = List(2) { async(start = CoroutineStart.UNDISPATCHED) { users.toList() } }
            repeat(3) { tokens.on(event(it)) }
            collectors.forEach { assertThat(it.await()).containsExactly("user-0", "user-1", "user-2") }
        }

    @Test
    fun theListenerWaitsForASlowCollectorAndNothingIsLost() =
        runBlocking<Unit> {
            val mayGoOn = CompletableDeferred<Unit>()
            val handedOver = AtomicInteger()
            val collector =
                async(start = CoroutineStart.UNDISPATCHED) {
                    tokens.events
                        .take(EVENTS)
                        .map { mayGoOn.await() }
                        .toList()
                }
            val listener =
                launch(Dispatchers.Default) {
                    repeat(EVENTS) {
                        tokens.on(event(it))
                        handedOver.incrementAndGet()
                    }
                }
            while (handedOver.get() < 64) {
                yield()
            }
            assertThat(handedOver.get()).isLessThan(EVENTS)
            mayGoOn.complete(Unit)
            assertThat(collector.await()).hasSize(EVENTS)
            listener.join()
        }

    @Test
    fun eventsThatAreNotCollectedBlockNothing() {
        repeat(EVENTS) { tokens.on(event(it)) }
    }

    private companion object {
        const val EVENTS = 200
    }
}
