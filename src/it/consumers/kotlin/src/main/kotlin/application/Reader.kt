package application

import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.TakeOver
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.authorize
import me.digi.client.awaitAccounts
import me.digi.client.awaitRefreshToken
import me.digi.client.awaitSignIn
import me.digi.client.awaitTakeOver
import me.digi.client.awaitToken
import java.net.URI

/** What a small application in Kotlin does with digi.me, compiled with explicit API mode and strict nullness. */
public class Reader(
    private val digiMe: DigiMe,
    private val contract: ContractDetails,
    private val browser: (URI) -> URI,
) {
    public suspend fun accounts(): List<String> {
        val newest = refresh(signIn().awaitToken())
        val userId: String? = newest.userId()
        requireNotNull(userId) { "digi.me sends the user's id with the token" }
        val result = digiMe.awaitTakeOver(contract, "user-42", newest, TakeOver.Mode.REPLACE)
        check(result is TakeOver.Taken) { "The pair was not taken over: $result" }
        return digiMe.user(contract, "user-42").awaitAccounts().mapNotNull { it.serviceTypeName }
    }

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
        when (val result = digiMe.awaitRefreshToken(contract, token)) {
            is RefreshResult.Refreshed -> result.token
            is RefreshResult.Reauthorize -> error("A new refresh token was refused: $result")
        }
}
