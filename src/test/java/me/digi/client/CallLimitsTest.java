package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest duration of a call, and how closing the client ends it. */
@Timeout(60)
class CallLimitsTest {
    private final LocalDigiMe local = new LocalDigiMe();
    private final UserAccessToken token = local.tokenOffTheRecord();
    private final Dispatcher dispatcher = new Dispatcher();
    private final OkHttpClient given =
            new OkHttpClient.Builder().dispatcher(dispatcher).build();
    /** Takes a request, and never responds. */
    private final RawServer longPoll =
            RawServer.that(connection -> connection.getInputStream().read());

    @AfterEach
    void close() {
        longPoll.close();
        dispatcher.executorService().shutdown();
        local.close();
    }

    private DigiMeUser userOf(DigiMe digiMe) {
        return KnownUser.of(digiMe, local.contract, token);
    }

    /** Occupies the only slot for the host of the sandbox. */
    private Call takeTheOnlySlot() {
        dispatcher.setMaxRequestsPerHost(1);
        Call call = given.newCall(new Request.Builder().url(longPoll.url()).build());
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call ended, IOException e) {}

            @Override
            public void onResponse(Call ended, Response response) {
                response.close();
            }
        });
        return call;
    }

    private void letTheQueueRun(Call poll) throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        dispatcher.setIdleCallback(idle::countDown);
        poll.cancel();
        idle.await();
    }

    static Stream<Arguments> queuedCalls() {
        return Stream.of(
                Arguments.of(Operation.LIST_ACCOUNTS, (Consumer<DigiMeUser>) DigiMeUser::listAccounts),
                Arguments.of(Operation.START_SESSION, (Consumer<DigiMeUser>) DigiMeUser::startSession));
    }

    @ParameterizedTest
    @MethodSource("queuedCalls")
    void h2_timeoutHoldsWhileQueued(Operation operation, Consumer<DigiMeUser> call) throws InterruptedException {
        Call poll = takeTheOnlySlot();
        DigiMeUser user =
                userOf(local.client(builder -> builder.httpClient(given).callTimeout(Duration.ofMillis(300))));
        NetworkException failure = thrownBy(NetworkException.class, () -> call.accept(user));
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(failure.requestMayHaveArrived()).isFalse();
        assertThat(poll.isCanceled()).isFalse();
        letTheQueueRun(poll);
        assertThat(local.requests(operation)).as("sent after all").isEmpty();
    }

    @Test
    void h2_timeoutCountsTheServersTimeToo() {
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.STALL);
        try (DigiMe digiMe = local.builder().callTimeout(Duration.ofMillis(300)).build()) {
            NetworkException failure = thrownBy(NetworkException.class, userOf(digiMe)::listAccounts);
            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(failure.requestMayHaveArrived()).isTrue();
        }
        assertThat(local.events).singleElement().satisfies(event -> {
            assertThat(event.operation()).isEqualTo("listAccounts");
            assertThat(event.failure()).isEqualTo(Kind.TIMED_OUT);
        });
    }

    @Test
    void h18_closingEndsACallThatIsQueued() throws Exception {
        Call poll = takeTheOnlySlot();
        DigiMe digiMe = local.builder().httpClient(given).build();
        DigiMeUser user = userOf(digiMe);
        CompletableFuture<NetworkException> failure =
                CompletableFuture.supplyAsync(() -> thrownBy(NetworkException.class, user::listAccounts));
        while (dispatcher.queuedCallsCount() == 0) {
            Thread.onSpinWait();
        }
        digiMe.close();
        assertThat(failure.get().kind()).isEqualTo(Kind.INTERRUPTED);
        poll.cancel();
    }

    @Test
    void h18_closingEndsThePauseBeforeARetry() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.empty(503));
        DigiMe digiMe = local.builder()
                .httpClient(given)
                .sleeper(pause -> {
                    pausing.countDown();
                    new CountDownLatch(1).await();
                })
                .build();
        DigiMeUser user = userOf(digiMe);
        CompletableFuture<NetworkException> failure =
                CompletableFuture.supplyAsync(() -> thrownBy(NetworkException.class, user::listAccounts));
        pausing.await();
        digiMe.close();
        assertThat(failure.get().kind()).isEqualTo(Kind.INTERRUPTED);
        while (dispatcher.runningCallsCount() > 0) {
            Thread.onSpinWait();
        }
        assertThat(local.requests(Operation.LIST_ACCOUNTS)).hasSize(1);
    }

    @Test
    void h18_closingEndsCallsAtOnceAndLetsARefreshLand() throws Exception {
        Gate gate = new Gate();
        DigiMe digiMe = local.builder().httpClient(gate.client()).build();
        DigiMeUser user = userOf(digiMe);
        DigiMeUser other = KnownUser.of(digiMe, local.contract, local.token());
        CompletableFuture<Object> refreshed = CompletableFuture.supplyAsync(user::refresh);
        gate.awaitArrival();
        local.forget();
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.STALL);
        CompletableFuture<NetworkException> cut =
                CompletableFuture.supplyAsync(() -> thrownBy(NetworkException.class, other::listAccounts));
        local.sandbox.requests().await(Operation.LIST_ACCOUNTS, 1);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(digiMe::close);
        assertThat(cut.get().kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(closed.isDone()).isFalse();
        assertThat(refreshed.isDone()).isFalse();
        gate.open();
        assertThat(refreshed.get()).isInstanceOf(Refreshed.class);
        closed.get();
    }

    @Test
    void h18_closingLetsARefreshByHandLand() throws Exception {
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        DigiMe digiMe = local.builder().build();
        CompletableFuture<Object> refreshed =
                CompletableFuture.supplyAsync(() -> digiMe.refreshToken(local.contract, token));
        local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        Thread closing = new Thread(digiMe::close);
        closing.start();
        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        local.sandbox.release();
        assertThat(refreshed.get()).isInstanceOf(Refreshed.class);
    }

    @Test
    void h18_closingEndsTheWaitForTheRefreshOfAnotherClient() throws Exception {
        LocalUser local = new LocalUser();
        Gate gate = new Gate();
        CountDownLatch waiting = new CountDownLatch(1);
        try (local) {
            DigiMe holder = local.client(builder -> builder.httpClient(gate.client()));
            DigiMe waiter = local.client(builder -> builder.sleeper(pause -> {
                waiting.countDown();
                new CountDownLatch(1).await();
            }));
            local.expire();
            CompletableFuture<Object> refreshed =
                    CompletableFuture.supplyAsync(() -> local.userOf(holder).refresh());
            gate.awaitArrival();
            CompletableFuture<NetworkException> cut = CompletableFuture.supplyAsync(
                    () -> thrownBy(NetworkException.class, local.userOf(waiter)::listAccounts));
            waiting.await();
            waiter.close();
            assertThat(cut.get().kind()).isEqualTo(Kind.INTERRUPTED);
            gate.open();
            refreshed.get();
        } finally {
            gate.open();
        }
    }
}
