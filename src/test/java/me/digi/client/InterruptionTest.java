package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.read.Session;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose thread is interrupted. */
class InterruptionTest {
    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    /** Runs a call on its own thread, and returns its result and the thread's interrupt flag. */
    private record Outcome<T>(T result, boolean flag) {}

    private static <T> FutureTask<Outcome<T>> onItsOwnThread(Supplier<T> call) {
        return new FutureTask<>(
                () -> new Outcome<>(call.get(), Thread.currentThread().isInterrupted()));
    }

    private static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task, "caller");
        thread.start();
        return thread;
    }

    private NetworkException interruptedRefresh(DigiMe digiMe, UserAccessToken token) {
        return thrownBy(NetworkException.class, () -> digiMe.refreshToken(local.contract, token));
    }

    @Test
    void anInterruptedWaitForTheSigningKeysReturnsAtOnceWithTheFlagSet() throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.STALL);
        DigiMe digiMe = local.client();
        FutureTask<Outcome<NetworkException>> call = onItsOwnThread(() -> interruptedRefresh(digiMe, token));
        Thread thread = start(call);
        local.sandbox.requests().await(Operation.FETCH_SIGNING_KEYS, 1);
        thread.interrupt();
        assertThat(call.get().flag()).isTrue();
        assertThat(call.get().result().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS);
    }

    /** A pair is sent once for both threads; another pair waits only for the signing keys. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptedWaitForAnotherThreadsFetchReturnsAtOnce(boolean isSamePair) throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        UserAccessToken other = isSamePair ? token : local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.STALL);
        DigiMe digiMe = local.client();
        FutureTask<Outcome<Object>> first = onItsOwnThread(() -> digiMe.refreshToken(local.contract, token));
        start(first);
        local.sandbox.requests().await(Operation.FETCH_SIGNING_KEYS, 1);
        FutureTask<Outcome<NetworkException>> second = onItsOwnThread(() -> interruptedRefresh(digiMe, other));
        Thread waiting = start(second);
        waiting.interrupt();
        assertThat(second.get().flag()).isTrue();
        assertThat(second.get().result().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(second.get().result().requestMayHaveArrived()).isEqualTo(isSamePair);
        local.sandbox.release();
        assertThat(first.get().result()).isInstanceOf(Refreshed.class);
        assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN);
    }

    @Test
    void aRefreshThatHasLeftIsWaitedForAndTheFlagIsSetAfterwards() throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        FutureTask<Outcome<Object>> call = onItsOwnThread(() -> local.digiMe.refreshToken(local.contract, token));
        Thread thread = start(call);
        local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        thread.interrupt();
        awaitWaiting(thread);
        assertThat(call.isDone()).isFalse();
        local.sandbox.release();
        assertThat(call.get().result()).isInstanceOf(Refreshed.class);
        assertThat(call.get().flag()).isTrue();
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    /** Until the thread has taken its interruption, and waits again. */
    private static void awaitWaiting(Thread thread) {
        while (thread.isInterrupted() || !WAITING.contains(thread.getState())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aThreadThatIsInterruptedAlreadySendsNoRefresh() throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        FutureTask<Outcome<NetworkException>> call = onItsOwnThread(() -> {
            Thread.currentThread().interrupt();
            try (DigiMe digiMe = local.builder().build()) {
                return interruptedRefresh(digiMe, token);
            }
        });
        start(call);
        assertThat(call.get().flag()).isTrue();
        assertThat(call.get().result().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(local.asked()).doesNotContain(Operation.REFRESH_TOKEN);
    }

    @Test
    void aPushIsCutOffThoughItMayHaveArrived() throws Exception {
        ContractDetails push = local.sandbox.addContract("push", ContractKind.PUSH);
        DigiMeUser user = KnownUser.of(local.digiMe, push, local.token(push));
        local.sandbox.failNext(Operation.PUSH_TO_LIBRARY, Delivery.STALL);
        FutureTask<Outcome<NetworkException>> call = onItsOwnThread(() -> thrownBy(
                NetworkException.class, () -> user.pushToLibrary(CallSetup.DESCRIPTOR, Content.of("content"))));
        Thread thread = start(call);
        local.sandbox.requests().await(Operation.PUSH_TO_LIBRARY, 1);
        thread.interrupt();
        assertThat(call.get().flag()).isTrue();
        assertThat(call.get().result().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(call.get().result().requestMayHaveArrived()).isTrue();
        assertThat(local.requests(Operation.PUSH_TO_LIBRARY)).hasSize(1);
    }

    @Test
    void aSessionThatIsBeingOpenedIsWaitedForAsTheContractMayHaveNoOther() throws Exception {
        DigiMeUser user = KnownUser.of(local.digiMe, local.contract, local.token());
        local.sandbox.failNext(Operation.START_SESSION, Delivery.STALL);
        FutureTask<Outcome<Session>> call = onItsOwnThread(user::startSession);
        Thread thread = start(call);
        local.sandbox.requests().await(Operation.START_SESSION, 1);
        thread.interrupt();
        awaitWaiting(thread);
        assertThat(call.isDone()).isFalse();
        local.sandbox.release();
        assertThat(call.get().result().key().value()).isNotBlank();
        assertThat(call.get().flag()).isTrue();
    }

    @Test
    void anInterruptionEndsThePauseBeforeARetryAtOnce() throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN, CannedResponse.empty(503).retryAfter("5"));
        CountDownLatch pausing = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        DigiMe digiMe = local.client(builder -> builder.sleeper(pause -> {
            pausing.countDown();
            over.await();
        }));
        FutureTask<Outcome<NetworkException>> call = onItsOwnThread(() -> interruptedRefresh(digiMe, token));
        Thread thread = start(call);
        pausing.await();
        thread.interrupt();
        assertThat(call.get().flag()).isTrue();
        assertThat(call.get().result().kind()).isEqualTo(Kind.INTERRUPTED);
        // The server responded with 503, but may have acted on the request.
        assertThat(call.get().result().requestMayHaveArrived()).isTrue();
        over.countDown();
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    @Test
    void aRefreshThatWasInterruptedOnItsWayIsNotTriedAgain() throws Exception {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN,
                CannedResponse.empty(503).retryAfter("5").and(Delivery.STALL));
        FutureTask<Outcome<ApiException>> call = onItsOwnThread(
                () -> thrownBy(ApiException.class, () -> local.digiMe.refreshToken(local.contract, token)));
        Thread thread = start(call);
        local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        thread.interrupt();
        awaitWaiting(thread);
        local.sandbox.release();
        assertThat(call.get().flag()).isTrue();
        assertThat(call.get().result().retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
        assertThat(local.pauses).isEmpty();
    }
}
