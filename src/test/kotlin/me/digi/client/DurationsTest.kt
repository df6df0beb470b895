package me.digi.client

import me.digi.client.read.ReadAllOptions
import me.digi.client.read.ReadOptions
import me.digi.client.read.SessionOptions
import me.digi.client.read.maxWait
import me.digi.client.read.notFoundDelay
import me.digi.client.read.pollInterval
import me.digi.client.read.sourceFetchLimit
import me.digi.client.retry.RetryPolicy
import me.digi.client.retry.baseDelay
import me.digi.client.retry.maxDelay
import me.digi.client.retry.maxRetryAfter
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import java.time.Duration
import kotlin.time.Duration.Companion.INFINITE
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

class DurationsTest {
    private val Method.label get() = "${declaringClass.name}.$name"

    /** In byte code, Kotlin's duration is a long, and a dash with a hash follows the name of a function with such a parameter. */
    private fun hasTwin(
        setter: Method,
        builder: Class<*>,
    ): Boolean {
        val facade = runCatching { Class.forName("${builder.packageName}.DurationsKt") }.getOrNull()
        return facade?.methods.orEmpty().any {
            it.name.startsWith("${setter.name}-") &&
                it.parameterTypes.contentEquals(arrayOf(builder, Long::class.javaPrimitiveType))
        }
    }

    /** Values without a builder in braces are created only in tests. */
    private fun isForApplications(builder: Class<*>): Boolean {
        val braces = runCatching { Class.forName("${builder.packageName}.BuildersKt") }.getOrNull()
        return braces?.methods.orEmpty().any { it.returnType == builder.enclosingClass }
    }

    @Test
    fun everyBuilderAcceptsKotlinDurations() {
        val builders = PublicApi.javaTypes.filter { it.simpleName == "Builder" && isForApplications(it) }
        val setters =
            builders.flatMap { builder ->
                builder.methods.filter { Duration::class.java in it.parameterTypes }.map { it to builder }
            }
        assertThat(setters).hasSizeGreaterThan(10)
        assertThat(setters.filterNot { (setter, builder) -> hasTwin(setter, builder) }.map { it.first.label }).isEmpty()
    }

    @Test
    fun aDurationIsTheSameInJava() {
        val policy =
            RetryPolicy {
                baseDelay(200.milliseconds)
                maxDelay(5.seconds)
                maxRetryAfter(1.minutes)
            }
        assertThat(policy.baseDelay()).isEqualTo(Duration.ofMillis(200))
        assertThat(policy.maxDelay()).isEqualTo(Duration.ofSeconds(5))
        assertThat(policy.maxRetryAfter()).isEqualTo(Duration.ofMinutes(1))
        assertThat(SessionOptions { sourceFetchLimit(2.minutes) }.sourceFetchLimit()).isEqualTo(Duration.ofMinutes(2))
        assertThat(ReadOptions { notFoundDelay(1.seconds) }.notFoundDelay()).isEqualTo(Duration.ofSeconds(1))
        assertThat(ReadAllOptions { pollInterval(1.seconds) }.pollInterval()).isEqualTo(Duration.ofSeconds(1))
        assertThat(ReadAllOptions { maxWait(INFINITE) }.maxWait()).isGreaterThan(Duration.ofDays(36_500))
    }

    @Test
    fun aClientAcceptsThemAsTimeouts() {
        DigiMe {
            applicationId("app")
            connectTimeout(1.seconds)
            readTimeout(2.seconds)
            writeTimeout(3.seconds)
            callTimeout(4.seconds)
            stallTimeout(5.seconds)
        }.close()
    }
}
