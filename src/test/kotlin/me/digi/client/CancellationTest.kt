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

/** What becomes of a call whose coroutine is cancelled while the sandbox holds the response back. */
class CancellationTest {
    private val scene = GrantScene()
    private val cancelled = CountDownLatch(1)
    private val failed = CountDownLatch(1)

    /** Notes that a call was cancelled and its exchange came to an end, in whatever order; not that nobody waits for it. */
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
    private val digiMe = scene.another { it.httpClient(listening) }

    @AfterEach
    fun close() = scene.close()

    private fun awaitTheEndOfTheExchange() {
        cancelled.await()
        failed.await()
    }

    private fun heldBack(operation: Operation) = scene.sandbox.failNext(operation, Delivery.STALL)

    /** Begins a call whose answer is held back, and returns once the sandbox has it. */
    private fun CoroutineScope.underWay(
        operation: Operation,
        call: suspend () -> Unit,
    ): Job {
        val before = scene.sandbox.requests().count(operation)
        heldBack(operation)
        val job = launch(Dispatchers.Default) { call() }
        scene.sandbox.requests().await(operation, before + 1)
        return job
    }

    @Test
    fun theHttpCallEndsAndTheCoroutineEndsAsCancelledAndNotAsFailed() =
        runBlocking {
            val job = underWay(Operation.LIST_ACCOUNTS) { scene.userOf(digiMe).awaitListAccounts() }
            job.cancelAndJoin()
            assertThat(job.isCancelled).isTrue()
            awaitTheEndOfTheExchange()
        }

    @Test
    fun soDoesACallThatChangesSomething() =
        runBlocking {
            val push = scene.sandbox.addContract("push", ContractKind.PUSH)
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
        val back = link.read(scene.sandbox.allow(link.url())) as Authorized
        return digiMe.signIn(contract, "pusher", back).user()
    }

    @Test
    fun aTimeoutIsATimeoutAndNotAFailureOfTheNetwork() =
        runBlocking<Unit> {
            heldBack(Operation.LIST_ACCOUNTS)
            val accounts = withTimeoutOrNull(500.milliseconds) { scene.userOf(digiMe).awaitListAccounts() }
            assertThat(accounts).isNull()
        }

    @Test
    fun aRefreshInFlightGoesOnForOthersAndIsStored() =
        runBlocking<Unit> {
            scene.expire()
            heldBack(Operation.REFRESH_TOKEN)
            val user = scene.userOf(digiMe)
            val cancelled = launch(Dispatchers.Default) { user.awaitListAccounts() }
            scene.sandbox.requests().await(Operation.REFRESH_TOKEN, 1)
            val other = async(Dispatchers.Default) { user.awaitListAccounts() }
            cancelled.cancelAndJoin()
            scene.sandbox.release()
            assertThat(other.await()).isNotEmpty()
            assertThat(scene.refreshes()).isOne()
            assertThat(scene.honours(scene.stored())).isTrue()
        }

    @Test
    fun aRefreshThatNobodyWaitsForAnyMoreIsStoredToo() =
        runBlocking<Unit> {
            scene.expire()
            val user = scene.userOf(digiMe)
            underWay(Operation.REFRESH_TOKEN) { user.awaitRefresh() }.cancelAndJoin()
            scene.sandbox.release()
            digiMe.awaitClose()
            assertThat(scene.honours(scene.stored())).isTrue()
        }

    @Test
    fun aNewPairThatWasAskedForByHandIsReturnedEvenToACancelledCoroutine() =
        runBlocking<Unit> {
            var result: RefreshResult? = null
            val job =
                underWay(Operation.REFRESH_TOKEN) { result = digiMe.awaitRefreshToken(scene.contract, scene.first) }
            job.cancel()
            scene.sandbox.release()
            job.join()
            val refreshed = result as RefreshResult.Refreshed
            assertThat(scene.honours(refreshed.token)).isTrue()
        }

    @Test
    fun aUserWhoSignsInIsStoredAndReturnedEvenToACancelledCoroutine() =
        runBlocking<Unit> {
            val consent = scene.consentAgain(scene.first)
            var signIn: SignIn? = null
            val job =
                underWay(Operation.EXCHANGE_CODE) {
                    signIn =
                        digiMe.awaitSignIn(scene.contract, GrantScene.USER, consent)
                }
            job.cancel()
            scene.sandbox.release()
            job.join()
            assertThat(scene.honours(checkNotNull(signIn).user().loadToken())).isTrue()
            assertThat(scene.honours(scene.stored())).isTrue()
        }

    @Test
    fun aCoroutineThatIsCancelledAlreadySendsNothing() =
        runBlocking<Unit> {
            val before =
                scene.sandbox
                    .requests()
                    .all()
                    .size
            val job =
                launch(Dispatchers.Unconfined) {
                    coroutineContext[Job]?.cancel()
                    digiMe.awaitDescribeContract(scene.contract)
                }
            job.join()
            assertThat(scene.sandbox.requests().all()).hasSize(before)
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
            assertThat(runCatching { digiMe.describeContract(scene.contract) }.exceptionOrNull())
                .isInstanceOf(IllegalStateException::class.java)
        }
}
