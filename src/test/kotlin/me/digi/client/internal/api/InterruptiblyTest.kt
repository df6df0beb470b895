package me.digi.client.internal.api

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CountDownLatch

class InterruptiblyTest {
    private val begun = CountDownLatch(1)
    private val never = CountDownLatch(1)

    @Test
    fun aResultThatArrivesDespiteCancellationIsKept() =
        runBlocking<Unit> {
            var result: String? = null
            val job =
                launch(Dispatchers.Default) {
                    result =
                        interruptibly {
                            begun.countDown()
                            runCatching { never.await() }
                            "an open file"
                        }
                }
            begun.await()
            job.cancelAndJoin()
            assertThat(result).isEqualTo("an open file")
        }

    @Test
    fun aNullIsAResultToo() =
        runBlocking<Unit> {
            assertThat(interruptibly<String?> { null }).isNull()
        }

    @Test
    fun aFailureWithoutCancellationIsTheCallersToSee() {
        val failure = assertThrows<IllegalStateException> { runBlocking { interruptibly { error("no") } } }
        assertThat(failure).hasMessage("no")
    }

    @Test
    fun theThreadIsReturnedWithoutItsInterruptFlag() =
        runBlocking<Unit> {
            val job =
                launch(Dispatchers.Default) {
                    interruptibly {
                        begun.countDown()
                        runCatching { never.await() }
                        Thread.currentThread().interrupt()
                    }
                }
            begun.await()
            job.cancelAndJoin()
            val flags = List(64) { interruptibly { Thread.currentThread().isInterrupted } }
            assertThat(flags).containsOnly(false)
        }
}
