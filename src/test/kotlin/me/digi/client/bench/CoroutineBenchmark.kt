@file:JvmName("CoroutineBenchmark")

package me.digi.client.bench

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.KnownUser
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.Token
import me.digi.client.auth.UserAccessToken
import me.digi.client.awaitListAccounts
import me.digi.client.environment
import java.lang.management.ManagementFactory
import java.security.KeyPairGenerator
import java.time.Duration
import java.time.Instant
import kotlin.time.measureTime

private const val COROUTINES = 1000
private const val SERVER_MILLIS = 200L
private const val ROUNDS = 5

/**
 * How long 1,000 coroutines take that call at once, with a server that takes 200 ms for each: with the blocking call on
 * `Dispatchers.IO`, and with its suspending twin. The first of the rounds warms up. Client and server share the machine.
 */
fun main() {
    SlowServer(SERVER_MILLIS).use { server ->
        DigiMe {
            applicationId("app")
            environment { baseUrl(server.url) }
        }.use { digiMe ->
            val user = user(digiMe)
            val processors = Runtime.getRuntime().availableProcessors()
            println("$COROUTINES coroutines at once, $SERVER_MILLIS ms each, on $processors processors")
            // First the one that leaves fewer threads behind.
            measure("accounts() on Dispatchers.IO") { withContext(Dispatchers.IO) { user.listAccounts() } }
            measure("awaitListAccounts()") { user.awaitListAccounts() }
        }
    }
}

private fun user(digiMe: DigiMe): DigiMeUser {
    val key = KeyPairGenerator.getInstance("RSA").apply { initialize(2048) }.generateKeyPair()
    val contract =
        ContractDetails {
            contractId("contract")
            privateKey(key.private)
        }
    val token = Token.of("token", Instant.now() + Duration.ofDays(1))
    val pair =
        UserAccessToken {
            accessToken(token)
            refreshToken(token)
        }
    return KnownUser.of(digiMe, contract, pair)
}

private fun measure(
    name: String,
    call: suspend () -> Unit,
) {
    val threads = ManagementFactory.getThreadMXBean()
    threads.resetPeakThreadCount()
    val rounds =
        List(ROUNDS) {
            measureTime { runBlocking(Dispatchers.Default) { repeat(COROUTINES) { launch { call() } } } }
        }
    val millis = rounds.joinToString { "${it.inWholeMilliseconds} ms" }
    println("$name: $millis; ${threads.peakThreadCount} threads at most")
}
