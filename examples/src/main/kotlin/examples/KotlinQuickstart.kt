@file:JvmName("KotlinQuickstart")

package examples

import examples.support.Service
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.PendingConsent
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.authorize
import me.digi.client.awaitAccounts
import me.digi.client.awaitReadSession
import me.digi.client.awaitRefresh
import me.digi.client.awaitSignIn
import me.digi.client.awaitToken
import me.digi.client.awaitTokenStatus
import me.digi.client.read.ReadEvent
import me.digi.client.read.readAllAsFlow
import me.digi.client.reauthorize
import me.digi.client.store.FileTokenStore

/**
 * The [Quickstart] in Kotlin: a user consents, their token is refreshed, refused and replaced, and then looks after itself
 * while all their files are read. Calls suspend, and a coroutine that is cancelled cancels its call.
 *
 * Against a sandbox by default; against another service with the variables that [Service] lists.
 */
suspend fun main() =
    Service.fromVariables().use { service ->
        val tokens = FileTokenStore(service.directory().resolve("digime-tokens"))
        service.connect().tokenStore(tokens).build().use { digiMe ->
            val tour = Tour(service, digiMe)
            val user = tour.liveThroughATokensLife()
            tour.readAllFiles(user)
        }
    }

private class Tour(
    private val service: Service,
    private val digiMe: DigiMe,
) {
    private val contract = service.contract()

    /** The application's own name for the user. */
    private val userKey = service.userKey()

    /** Each step on its own. */
    suspend fun liveThroughATokensLife(): DigiMeUser {
        val pending =
            digiMe
                .authorize(contract) {
                    redirectUri(service.redirectUri())
                }.awaitStart()
        val user = signIn(pending)
        println("The code is exchanged for the user's token, which is in the token store: ${user.awaitToken()}.")

        when (val result = user.awaitRefresh()) {
            is RefreshResult.Refreshed -> println("The token is refreshed: a new pair, and the old one is dead.")
            is RefreshResult.Reauthorize -> println("digi.me refused the refresh token (${result.code}).")
        }
        return consentAgain(user)
    }

    /** What an application does when a refresh ends with `Reauthorize`; here for practice. */
    private suspend fun consentAgain(user: DigiMeUser): DigiMeUser {
        val pending =
            user
                .reauthorize {
                    redirectUri(service.redirectUri())
                }.awaitStart()
        return signIn(pending).also { println("The user is back, with a new token for the same library.") }
    }

    private suspend fun signIn(pending: PendingConsent): DigiMeUser {
        println("The user's browser goes to this page, where the user says what to share:")
        val callback = service.visit(pending.url)
        return when (val result = pending.read(callback)) {
            is Authorized -> {
                digiMe.awaitSignIn(contract, userKey, result).user
            }

            is Refused -> {
                error("The user did not consent: ${result.code}")
            }
        }
    }

    /** With a user whose token is refreshed and stored by itself. */
    suspend fun readAllFiles(user: DigiMeUser) {
        val token = user.awaitToken()
        for (account in user.awaitAccounts()) {
            println("  ${account.serviceTypeName} (${account.serviceGroupName})")
        }
        println("Now the access token expires, and the token looks after itself.")
        service.endAccessToken(user)

        val files = user.files(user.awaitReadSession())
        files.readAllAsFlow(service.readAllOptions(user)) { file -> file.text() }.collect { event ->
            when (event) {
                is ReadEvent.File -> {
                    println("  ${event.entry.name}: ${event.content.length} characters")
                }

                is ReadEvent.Progress -> {
                    println("  ${event.progress.filesDone} of ${event.progress.filesKnown} files")
                }

                is ReadEvent.Finished -> {
                    event.summary.failures.forEach { println("  ${it.entry.name} failed: ${it.cause.message}") }
                    check(event.summary.isComplete) { "Not everything was read: ${event.summary.end}" }
                    println("All ${event.summary.files.size} files are read, ${event.summary.bytes()} bytes.")
                }
            }
        }
        val word = if (user.awaitToken() == token) "held" else "was refreshed on the way"
        println("The token $word, and the newest is in the store: ${user.awaitTokenStatus().state()}.")
    }
}
