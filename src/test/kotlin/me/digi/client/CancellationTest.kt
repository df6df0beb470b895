package me.digi.client

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.RefreshResult
import me.digi.client.content.Content
import me.digi.client.push.PushDescriptor
import me.digi.client.sandbox.ContractKind
import me.digi.client.sandbox.Delivery
import me.digi.client.sandbox.Operation
import okhttp3.Call
import okhttp3.EventListener
import okhttp3.OkHttpClient
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import java.io.IOException
import java.util.concurrent.CountDownLatch
import kotlin.time.Duration.Companion.milliseconds

/** Calls whose coroutine is cancelled while the sandbox delays the response. */
class CancellationTest {
    private val local = LocalUser()
    private val cancelled = CountDownLatch(1)
    private val failed = CountDownLatch(1)

    /** Signals that a call was cancelled and its exchange ended, in either order. */
    private val listening =
        OkHttpClient
            .Builder()
            .eventListener(
                object : EventListener() {
                    override fun canceled(call: Call) = cancelled.countDown()

                    override fun callFailed(
                        call: Call,
                        ioe: IOException,
                    ) = failed.countDown()
                },
            ).build()
    private val digiMe = local.client { it.httpClient(listening) }

    @AfterEach
    fun close() = local.close()

    private fun awaitTheEndOfTheExchange() {
        cancelled.await()
        failed.await()
    }

    private fun heldBack(operation: Operation) = local.sandbox.failNext(operation, Delivery.STALL)

    /** Starts a call whose response is delayed, and returns when the sandbox has the request. */
    private fun CoroutineScope.underWay(
        operation: Operation,
        call: suspend () -> Unit,
    ): Job {
        val before = local.sandbox.requests().count(operation)
        heldBack(operation)
        val job = launch(Dispatchers.Default) { call() }
        local.sandbox.requests().await(operation, before + 1)
        return job
    }

    @Test
    fun theHttpCallEndsAndTheCoroutineEndsAsCancelledAndNotAsFailed() =
        runBlocking {
            val job = underWay(Operation.LIST_ACCOUNTS) { local.userOf(digiMe).awaitListAccounts() }
            job.cancelAndJoin()
            assertThat(job.isCancelled).isTrue()
            awaitTheEndOfTheExchange()
        }

    @Test
    fun cancellingACallThatChangesSomethingEndsIt() =
        runBlocking {
            val push = local.sandbox.addContract("push", ContractKind.PUSH)
            val pusher = signedIn(push)
            val descriptor =
                PushDescriptor {
                    mimeType("text/plain")
                    addAccountIds("account-1")
                }
            underWay(
                Operation.PUSH_TO_LIBRARY,
            ) { pusher.awaitPushToLibrary(descriptor, Content.of("x")) }.cancelAndJoin()
            awaitTheEndOfTheExchange()
        }

    private fun signedIn(contract: ContractDetails): DigiMeUser {
        val link =
            digiMe
                .authorize(contract)
                .redirectUri("https://app.example/callback")
                .start()
        val back = link.read(local.sandbox.allow(link.url())) as Authorized
        return digiMe.signIn(contract, "pusher", back).user()
    }

    @Test
    fun aTimeoutIsATimeoutAndNotAFailureOfTheNetwork() =
        runBlocking<Unit> {
            heldBack(Operation.LIST_ACCOUNTS)
            val accounts = withTimeoutOrNull(500.milliseconds) { local.userOf(digiMe).awaitListAccounts() }
            assertThat(accounts).isNull()
        }

    @Test
    fun aRefreshInFlightContinuesForOthersAndIsStored() =
        runBlocking<Unit> {
            local.expire()
            heldBack(Operation.REFRESH_TOKEN)
            val user = local.userOf(digiMe)
            val cancelled = launch(Dispatchers.Default) { user.awaitListAccounts() }
            local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1)
            val other = async(Dispatchers.Default) { user.awaitListAccounts() }
            cancelled.cancelAndJoin()
            local.sandbox.release()
            assertThat(other.await()).isNotEmpty()
            assertThat(local.refreshes()).isOne()
            assertThat(local.accepts(local.stored())).isTrue()
        }

    @Test
    fun aRefreshWhoseCallersWereCancelledIsStoredToo() =
        runBlocking<Unit> {
            local.expire()
            val user = local.userOf(digiMe)
            underWay(Operation.REFRESH_TOKEN) { user.awaitRefresh() }.cancelAndJoin()
            local.sandbox.release()
            digiMe.awaitClose()
            assertThat(local.accepts(local.stored())).isTrue()
        }

    @Test
    fun aNewPairThatWasAskedForByHandIsReturnedEvenToACancelledCoroutine() =
        runBlocking<Unit> {
            var result: RefreshResult? = null
            val job =
                underWay(Operation.REFRESH_TOKEN) { result = digiMe.awaitRefreshToken(local.contract, local.first) }
            job.cancel()
            local.sandbox.release()
            job.join()
            val refreshed = result as RefreshResult.Refreshed
            assertThat(local.accepts(refreshed.token)).isTrue()
        }

    @Test
    fun aUserWhoSignsInIsStoredAndReturnedEvenToACancelledCoroutine() =
        runBlocking<Unit> {
            val consent = local.consentAgain(local.first)
            var signIn: SignIn? = null
            val job =
                underWay(Operation.EXCHANGE_CODE) {
                    signIn =
                        digiMe.awaitSignIn(local.contract, LocalUser.USER, consent)
                }
            job.cancel()
            local.sandbox.release()
            job.join()
            assertThat(local.accepts(checkNotNull(signIn).user().loadToken())).isTrue()
            assertThat(local.accepts(local.stored())).isTrue()
        }

    @Test
    fun aCoroutineThatIsCancelledAlreadySendsNothing() =
        runBlocking<Unit> {
            val before =
                local.sandbox
                    .requests()
                    .all()
                    .size
            val job =
                launch(Dispatchers.Unconfined) {
                    coroutineContext[Job]?.cancel()
                    digiMe.awaitDescribeContract(local.contract)
                }
            job.join()
            assertThat(local.sandbox.requests().all()).hasSize(before)
        }

    @Test
    fun closingIsNotCutShort() =
        runBlocking<Unit> {
            val job =
                launch(Dispatchers.Unconfined) {
                    coroutineContext[Job]?.cancel()
                    digiMe.awaitClose()
                }
            job.join()
            assertThat(runCatching { digiMe.describeContract(local.contract) }.exceptionOrNull())
                .isInstanceOf(IllegalStateException::class.java)
        }
}
