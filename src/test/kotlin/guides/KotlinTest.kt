package guides

import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.accessToken
import me.digi.client.auth.awaitStart
import me.digi.client.auth.expiresAt
import me.digi.client.auth.url
import me.digi.client.auth.userId
import me.digi.client.authorize
import me.digi.client.awaitListAccounts
import me.digi.client.awaitLoadToken
import me.digi.client.awaitRefresh
import me.digi.client.awaitRefreshToken
import me.digi.client.awaitSignIn
import me.digi.client.awaitStartSession
import me.digi.client.callTimeout
import me.digi.client.diagnostics.TokenEvent
import me.digi.client.diagnostics.TokenEvents
import me.digi.client.diagnostics.grant
import me.digi.client.read.Account
import me.digi.client.read.ReadProgress
import me.digi.client.read.awaitReadAll
import me.digi.client.read.awaitReadText
import me.digi.client.read.name
import me.digi.client.read.readAllAsFlow
import me.digi.client.reauthorize
import me.digi.client.retry.maxDelay
import me.digi.client.retryPolicy
import me.digi.client.sandbox.Sandbox
import me.digi.client.sandbox.SyncScript
import me.digi.client.sandbox.junit.SandboxExtension
import me.digi.client.store.ReauthorizationRequiredException
import me.digi.client.store.reauthorize
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import java.net.URI
import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

/** The Kotlin of `README.md` and of `docs/kotlin.md`. */
class KotlinTest(
    private val sandbox: Sandbox,
    private val contract: ContractDetails,
) {
    private val stored = ConcurrentHashMap<String, String>()
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
                    is Authorized -> show(digiMe.awaitSignIn(contract, "user-42", result).user.awaitListAccounts())
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
            val files = user.files(user.awaitStartSession()).readAllAsFlow { file -> file.readText() }
            launch { files.progress.collect { show(it) } }
            files.collect { file -> save(file.name, file.content) }
            check(files.summary.isComplete) { "Not read: ${files.summary.failures}" }
            // docs: end
            assertThat(stored).isNotEmpty()
            assertThat(shown).isNotEmpty()
        }

    @Test
    fun readsEachFileIntoADatabase(user: DigiMeUser) =
        runBlocking<Unit> {
            val database = Database()
            // docs: all files
            val summary =
                user.files(user.awaitStartSession()).awaitReadAll { file ->
                    database.insert(file.name, file.awaitReadText())
                }
            // docs: end
            assertThat(summary.failures).isEmpty()
            assertThat(stored).isNotEmpty()
        }

    @Test
    fun isSetUpInBraces() {
        // docs: settings
        val digiMe =
            DigiMe {
                applicationId("my-app")
                callTimeout(30.seconds)
                retryPolicy {
                    limit(5)
                    maxDelay(1.minutes)
                }
            }
        // docs: end
        digiMe.close()
    }

    @Test
    fun readsProperties(token: UserAccessToken) {
        // docs: properties
        val expiresAt: Instant? = token.accessToken.expiresAt
        val userId: String? = token.userId
        // docs: end
        assertThat(expiresAt).isEqualTo(token.accessToken().expiresAt())
        assertThat(userId).isEqualTo(token.userId())
    }

    @Test
    fun collectsTokenEvents() =
        runBlocking<Unit> {
            val scope = this
            // docs: token events
            val tokens = TokenEvents()
            scope.launch {
                tokens.events.collect { event ->
                    when (event) {
                        is TokenEvent.ReauthorizationNeeded -> askForConsent(event.grant.userKey)
                        is TokenEvent.RefreshFailed -> warn(event.grant.userKey, event.failure)
                        else -> Unit
                    }
                }
            }
            val digiMe =
                DigiMe {
                    applicationId("my-app")
                    tokenListener(tokens)
                    environment(sandbox.environment()) // hidden
                    clock(sandbox.clock()) // hidden
                }
            // docs: end
            digiMe.use {
                val pending = it.authorize(contract) { redirectUri("https://my.app/back") }.awaitStart()
                val consent = pending.read(sandbox.allow(pending.url)) as Authorized
                val user = it.awaitSignIn(contract, "user-42", consent).user
                sandbox.revoke(checkNotNull(user.awaitLoadToken().userId))
                user.awaitRefresh()
                while (shown.isEmpty()) {
                    yield()
                }
            }
            coroutineContext.cancelChildren()
            assertThat(shown).containsExactly("user-42")
        }

    private suspend fun askForConsent(userKey: String) {
        yield()
        shown.add(userKey)
    }

    private fun warn(
        userKey: String,
        failure: RuntimeException,
    ): Unit = throw AssertionError(userKey, failure)

    /** Any suspending function. */
    private inner class Database {
        suspend fun insert(
            name: String,
            content: String,
        ) {
            yield()
            save(name, content)
        }
    }

    @Test
    fun refreshesByHand(
        digiMe: DigiMe,
        token: UserAccessToken,
    ) = runBlocking<Unit> {
        refresh(digiMe, token)
        assertThat(stored).hasSize(1)
        sandbox.revoke(checkNotNull(token.userId))
        refresh(digiMe, UserAccessToken.fromJson(stored.getValue("token")))
        assertThat(page).isNotNull()
    }

    private suspend fun refresh(
        digiMe: DigiMe,
        token: UserAccessToken,
    ) {
        // docs: a result
        when (val result = digiMe.awaitRefreshToken(contract, token)) {
            is RefreshResult.Refreshed -> save("token", result.token.toJson())
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
            sandbox.revoke(checkNotNull(user.awaitLoadToken().userId))
            // docs: an error
            try {
                show(user.awaitListAccounts())
            } catch (e: ReauthorizationRequiredException) {
                show(e.reauthorize)
            }
            // docs: end
            assertThat(shown).hasSize(1)
        }

    private fun redirect(url: URI) {
        page = url
    }

    private fun save(
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
