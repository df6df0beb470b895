@file:JvmName("KotlinQuickstart")

package examples

import examples.support.Service
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.PageRequest
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.authorize
import me.digi.client.awaitListAccounts
import me.digi.client.awaitLoadToken
import me.digi.client.awaitLoadTokenStatus
import me.digi.client.awaitRefresh
import me.digi.client.awaitSignIn
import me.digi.client.awaitStartSession
import me.digi.client.callTimeout
import me.digi.client.read.awaitReadText
import me.digi.client.read.bytes
import me.digi.client.read.readAllAsFlow
import me.digi.client.reauthorize
import me.digi.client.store.FileTokenStore
import kotlin.time.Duration.Companion.minutes

/**
 * The [Quickstart] in Kotlin: a user consents, their token is refreshed, refused and replaced, and then refreshes itself
 * while all their files are read. Calls suspend, and a coroutine that is cancelled cancels its call.
 *
 * Against a sandbox by default; against another service with the variables that [Service] lists.
 */
suspend fun main() =
    Service.fromVariables().use { service ->
        val tokens = FileTokenStore(service.directory().resolve("digime-tokens"))
        service.connect().tokenStore(tokens).callTimeout(1.minutes).build().use { digiMe ->
            val tour = Tour(service, digiMe)
            tour.readAllFiles(tour.liveThroughATokensLife())
        }
    }

private class Tour(
    private val service: Service,
    private val digiMe: DigiMe,
) {
    private val contract = service.contract()

    /** The steps one by one. */
    suspend fun liveThroughATokensLife(): DigiMeUser {
        val user = signIn(digiMe.authorize(contract) { redirectUri(service.redirectUri()) })
        println("The code is exchanged for the user's token, which is in the token store: ${user.awaitLoadToken()}.")

        when (val result = user.awaitRefresh()) {
            is RefreshResult.Refreshed -> println("The token is refreshed: a new pair, and the old one is dead.")
            is RefreshResult.Reauthorize -> println("digi.me refused the refresh token (${result.code}).")
        }

        // An application does this after a refresh that ends with Reauthorize.
        return signIn(user.reauthorize { redirectUri(service.redirectUri()) })
            .also { println("The user is back, with a new token for the same library.") }
    }

    private suspend fun signIn(request: PageRequest<*>): DigiMeUser {
        val pending = request.awaitStart()
        println("The user says what to share.")
        return when (val result = pending.read(service.visit(pending.url))) {
            is Authorized -> digiMe.awaitSignIn(contract, service.userKey(), result).user
            is Refused -> error("The user did not consent: ${result.code}")
        }
    }

    /** With a user whose token is refreshed and stored by itself. */
    suspend fun readAllFiles(user: DigiMeUser) =
        coroutineScope {
            val token = user.awaitLoadToken()
            user.awaitListAccounts().forEach { println("  ${it.serviceTypeName} (${it.serviceGroupName})") }
            println("Now the access token expires, and the token refreshes itself.")
            service.endAccessToken(user)

            val session = user.awaitStartSession()
            val files = user.files(session).readAllAsFlow(service.readAllOptions(user)) { file -> file.awaitReadText() }
            val progress = files.progress.map { "  ${it.filesDone} of ${it.filesKnown} files" }
            launch { progress.distinctUntilChanged().collect { println(it) } }
            files.collect { file -> println("  ${file.name}: ${file.content.length} characters") }

            val summary = files.summary
            summary.failures.forEach { println("  ${it.entry.name} failed: ${it.cause.message}") }
            check(summary.isComplete) { "Not everything was read: ${summary.end}" }
            println("All ${summary.files.size} files are read, ${summary.bytes} bytes.")

            val held = user.awaitLoadToken() == token
            println(
                "The token ${if (held) "held" else "was refreshed on the way"}: ${user.awaitLoadTokenStatus().state()}.",
            )
        }
}
