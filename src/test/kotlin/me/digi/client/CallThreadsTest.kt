package me.digi.client

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import me.digi.client.sandbox.Delivery
import me.digi.client.sandbox.Operation
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import java.util.concurrent.CountDownLatch

/** The threads on which coroutines wait. Each test would hang if they shared the 64 threads of `Dispatchers.IO`. */
@Timeout(60)
class CallThreadsTest {
    private val local = LocalUser()
    private val user = local.user

    @AfterEach
    fun close() = local.close()

    private fun threadsInTheClient(): List<String> =
        Thread
            .getAllStackTraces()
            .filterValues { frames -> frames.any { it.className.startsWith("me.digi.client.internal.http.") } }
            .map { it.key.name }

    @Test
    fun twoHundredCallsRunAtOnceOnTheirOwnThreads() =
        runBlocking<Unit> {
            user.awaitListAccounts()
            val before = local.sandbox.requests().count(Operation.LIST_ACCOUNTS)
            repeat(CALLS) { local.sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.STALL) }
            val calls = List(CALLS) { async(Dispatchers.Default) { user.awaitListAccounts() } }
            withContext(Dispatchers.Default) {
                local.sandbox.requests().await(Operation.LIST_ACCOUNTS, before + CALLS)
            }

            val threads = threadsInTheClient()
            local.sandbox.release()

            assertThat(threads.count { it.startsWith("digime-coroutine-") }).isGreaterThanOrEqualTo(CALLS)
            assertThat(threads).noneMatch { it.startsWith("DefaultDispatcher-worker") }
            assertThat(calls.awaitAll()).hasSize(CALLS).allMatch { it.isNotEmpty() }
        }

    @Test
    fun aCallNeedsNoThreadOfDispatchersIo() =
        runBlocking<Unit> {
            val all = maxOf(64, Runtime.getRuntime().availableProcessors())
            val taken = CountDownLatch(all)
            val end = CountDownLatch(1)
            repeat(all) {
                launch(Dispatchers.IO) {
                    taken.countDown()
                    end.await()
                }
            }
            taken.await()
            try {
                assertThat(user.awaitListAccounts()).isNotEmpty()
            } finally {
                end.countDown()
            }
        }

    @Test
    fun theThreadsKeepNoProcessAlive() =
        runBlocking<Unit> {
            user.awaitListAccounts()
            val threads = Thread.getAllStackTraces().keys.filter { it.name.startsWith("digime-coroutine-") }
            assertThat(threads).isNotEmpty().allMatch { it.isDaemon }
        }

    private companion object {
        const val CALLS = 200
    }
}
