package application

import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.last
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.TakeOver
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.accessToken
import me.digi.client.auth.awaitStart
import me.digi.client.auth.expiresAt
import me.digi.client.auth.url
import me.digi.client.auth.userId
import me.digi.client.authorize
import me.digi.client.awaitListAccounts
import me.digi.client.awaitLoadToken
import me.digi.client.awaitRefreshToken
import me.digi.client.awaitSignIn
import me.digi.client.awaitStartSession
import me.digi.client.awaitTakeOver
import me.digi.client.diagnostics.TokenEvent
import me.digi.client.diagnostics.TokenEvents
import me.digi.client.diagnostics.grant
import me.digi.client.error.ApiException
import me.digi.client.error.status
import me.digi.client.read.ReadAllOptions
import me.digi.client.read.awaitReadText
import me.digi.client.read.bytes
import me.digi.client.read.name
import me.digi.client.read.pollInterval
import me.digi.client.read.readAllAsFlow
import java.net.URI
import java.time.Instant
import kotlin.time.Duration.Companion.milliseconds

/** What a small application in Kotlin does with digi.me, compiled with explicit API mode and strict nullness. */
public class Reader(
    private val digiMe: DigiMe,
    private val contract: ContractDetails,
    private val browser: (URI) -> URI,
) {
    public suspend fun accounts(): List<String> {
        val newest = refresh(signIn().awaitLoadToken())
        val userId: String? = newest.userId
        requireNotNull(userId) { "digi.me sends the user's id with the token" }
        val result = digiMe.awaitTakeOver(contract, "user-42", newest, TakeOver.Mode.REPLACE)
        check(result is TakeOver.Taken) { "The pair was not taken over: $result" }
        return user().awaitListAccounts().mapNotNull { it.serviceTypeName }
    }

    /** How many characters each of the user's files has, by its name. */
    public suspend fun lengths(): Map<String, Int> =
        coroutineScope {
            val user = user()
            val files =
                user.files(user.awaitStartSession()).readAllAsFlow(ReadAllOptions { pollInterval(10.milliseconds) }) {
                    "${it.name}: ${it.awaitReadText()}".length
                }
            launch { check(files.progress.last().filesFailed() == 0) }
            val lengths = HashMap<String, Int>()
            files.collect { file -> lengths[file.name] = file.content }
            check(files.summary.isComplete && files.summary.bytes > 0) { "Not read: ${files.summary.failures}" }
            lengths
        }

    private fun user(): DigiMeUser = digiMe.user(contract, "user-42")

    private suspend fun signIn(): DigiMeUser {
        val pending =
            digiMe
                .authorize(contract) {
                    redirectUri("https://app.example/callback")
                }.awaitStart()
        return when (val result = pending.read(browser(pending.url))) {
            is Authorized -> {
                digiMe.awaitSignIn(contract, "user-42", result).user
            }

            is Refused -> {
                error("The user did not consent: ${result.code}")
            }
        }
    }

    private suspend fun refresh(token: UserAccessToken): UserAccessToken =
        try {
            when (val result = digiMe.awaitRefreshToken(contract, token)) {
                is RefreshResult.Refreshed -> result.token
                is RefreshResult.Reauthorize -> error("A new refresh token was refused: $result")
            }
        } catch (e: ApiException) {
            error("digi.me responded with the status ${e.status}")
        }
}

/** Whose tokens have changed, and when the new ones expire. */
public fun TokenEvents.changes(): Flow<Pair<String, Instant?>> =
    events.filterIsInstance<TokenEvent.Changed>().map { it.grant.userKey to it.token.accessToken.expiresAt }
