package guides

import kotlinx.coroutines.runBlocking
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.authorize
import me.digi.client.awaitAccounts
import me.digi.client.awaitReadSession
import me.digi.client.awaitRefreshToken
import me.digi.client.awaitSignIn
import me.digi.client.error.ReauthorizationRequiredException
import me.digi.client.read.Account
import me.digi.client.read.ReadEvent
import me.digi.client.read.ReadProgress
import me.digi.client.read.readAllAsFlow
import me.digi.client.reauthorize
import me.digi.client.sandbox.Sandbox
import me.digi.client.sandbox.SyncScript
import me.digi.client.sandbox.junit.SandboxExtension
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import java.net.URI

/** The Kotlin of `README.md` and of `docs/kotlin.md`. */
class KotlinTest(
    private val sandbox: Sandbox,
    private val contract: ContractDetails,
) {
    private val stored = mutableMapOf<String, String>()
    private val shown = mutableListOf<Any>()
    private var page: URI? = null

    @BeforeEach
    fun nobodyWaits() {
        sandbox.newUsers { it.script(SyncScript.atOnce()) }
    }

    @Test
    fun firstCall() =
        runBlocking<Unit> {
            val id = contract.contractId()
            val pem = sandbox.privateKeyPem(contract)
            // docs: the first call
            DigiMe {
                applicationId("my-app")
                environment(sandbox.environment()) // hidden
                clock(sandbox.clock()) // hidden
            }.use { digiMe ->
                val contract =
                    ContractDetails {
                        contractId(id)
                        privateKey(pem)
                    }
                val request =
                    digiMe.authorize(contract) {
                        redirectUri("https://my.app/back")
                        forUser("user-42")
                    }
                val pending = request.awaitStart()
                // … the user's browser goes to pending.url, and returns to the redirect URI …
                val callbackUri = sandbox.allow(pending.url) // hidden
                when (val result = pending.read(callbackUri)) {
                    is Authorized -> show(digiMe.awaitSignIn(contract, "user-42", result).user.awaitAccounts())
                    is Refused -> show(result)
                }
            }
            // docs: end
            assertThat(shown).hasSize(3)
        }

    @Test
    fun readsAsAFlow(user: DigiMeUser) =
        runBlocking<Unit> {
            // docs: a flow
            val files = user.files(user.awaitReadSession())
            files.readAllAsFlow { file -> file.text() }.collect { event ->
                when (event) {
                    is ReadEvent.File -> store(event.entry.name, event.content)
                    is ReadEvent.Progress -> show(event.progress)
                    is ReadEvent.Finished -> check(event.summary.isComplete)
                }
            }
            // docs: end
            assertThat(stored).isNotEmpty()
        }

    @Test
    fun refreshesByHand(
        digiMe: DigiMe,
        token: UserAccessToken,
    ) = runBlocking<Unit> {
        refresh(digiMe, token)
        assertThat(stored).hasSize(1)
        sandbox.revoke(checkNotNull(token.userId()))
        refresh(digiMe, UserAccessToken.fromJson(stored.getValue("token")))
        assertThat(page).isNotNull()
    }

    private suspend fun refresh(
        digiMe: DigiMe,
        token: UserAccessToken,
    ) {
        // docs: a result
        when (val result = digiMe.awaitRefreshToken(contract, token)) {
            is RefreshResult.Refreshed -> store("token", result.token.toJson())
            is RefreshResult.Reauthorize -> askForConsent(digiMe, token)
        }
        // docs: end
    }

    private suspend fun askForConsent(
        digiMe: DigiMe,
        token: UserAccessToken,
    ) {
        // docs: reauthorize
        val request =
            digiMe.reauthorize(contract, token) {
                redirectUri("https://my.app/back")
            }
        redirect(request.awaitStart().url)
        // docs: end
    }

    @Test
    fun errorsAreTheSame(user: DigiMeUser) =
        runBlocking<Unit> {
            sandbox.revoke(checkNotNull(user.token().userId()))
            // docs: an error
            try {
                show(user.awaitAccounts())
            } catch (e: ReauthorizationRequiredException) {
                show(e.reauthorize())
            }
            // docs: end
            assertThat(shown).hasSize(1)
        }

    private fun redirect(url: URI) {
        page = url
    }

    private fun store(
        name: String,
        content: String,
    ) {
        stored[name] = content
    }

    private fun show(accounts: List<Account>) {
        shown.addAll(accounts)
    }

    private fun show(progress: ReadProgress) {
        shown.add(progress)
    }

    private fun show(refused: Refused) {
        shown.add(refused)
    }

    private fun show(reason: RefreshResult.Reauthorize) {
        shown.add(reason)
    }

    companion object {
        @JvmField
        @RegisterExtension
        val extension: SandboxExtension = MyApp.atASandbox()
    }
}
