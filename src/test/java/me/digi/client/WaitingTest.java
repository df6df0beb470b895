package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.diagnostics.TokenEvent.RefreshDone;
import me.digi.client.diagnostics.TokenEvent.RefreshJoined;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.read.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers that wait for a refresh can give up without cancelling it. */
class WaitingTest {
    private final LocalUser local = new LocalUser();
    private final Gate gate = new Gate();
    private final RecordedTokenEvents heard = new RecordedTokenEvents();
    private final DigiMe client =
            local.client(builder -> builder.httpClient(gate.client()).tokenListener(heard));
    private final DigiMeUser user = local.userOf(client);

    @BeforeEach
    void expire() {
        assertThat(user.loadToken()).isEqualTo(local.first);
        local.expire();
    }

    @AfterEach
    void close() {
        gate.open();
        local.close();
    }

    @Test
    void anInterruptedCallerReturnsAtOnceAndTheRefreshContinues() throws Exception {
        FutureTask<RefreshResult> waiting = started(user::refresh);
        gate.awaitArrival();
        FutureTask<Boolean> interrupted = new FutureTask<>(this::isInterruptedInItsWait);
        Thread thread = new Thread(interrupted);
        thread.start();
        heard.await(RefreshJoined.class, 1);
        thread.interrupt();
        assertThat(interrupted.get()).as("its interrupt flag").isTrue();
        assertThat(waiting.isDone()).isFalse();
        gate.open();
        assertThat(waiting.get()).isEqualTo(new Refreshed(user.loadToken()));
        assertRefreshedAndStored();
    }

    @Test
    void aRefreshOutlivesTheCallerWhoStartedIt() throws Exception {
        FutureTask<Boolean> starter = new FutureTask<>(this::isInterruptedInItsWait);
        Thread thread = new Thread(starter);
        thread.start();
        gate.awaitArrival();
        thread.interrupt();
        assertThat(starter.get()).as("its interrupt flag").isTrue();
        gate.open();
        heard.await(RefreshDone.class, 1);
        assertRefreshedAndStored();
    }

    @Test
    void closingWaitsForTheRefreshThatIsUnderWayAndItsPairIsStored() throws Exception {
        FutureTask<RefreshResult> caller = started(user::refresh);
        gate.awaitArrival();
        Thread closing = new Thread(client::close);
        closing.start();
        awaitState(closing, State.TIMED_WAITING);
        assertThat(closing.isAlive()).as("waits for the refresh").isTrue();
        assertThatThrownBy(KnownUser.of(client, local.contract, "somebody else", local.token())::refresh)
                .as("what is closed starts no refresh")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        gate.open();
        closing.join();
        assertThat(caller.get()).isEqualTo(new Refreshed(user.loadToken()));
        assertRefreshedAndStored();
    }

    @Test
    void h18_aCallThatWaitsForARefreshWhenTheClientIsClosedIsInterrupted() throws Exception {
        FutureTask<List<Account>> caller = started(user::listAccounts);
        gate.awaitArrival();
        Thread closing = new Thread(client::close);
        closing.start();
        awaitState(closing, State.TIMED_WAITING);
        gate.open();
        closing.join();
        assertThatThrownBy(caller::get)
                .cause()
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
        assertRefreshedAndStored();
    }

    @Test
    void everyRefreshOfAClosedClientFails() {
        client.close();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(user::refresh)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        assertThat(local.refreshes()).isZero();
        assertThat(local.userOf(local.digiMe).refresh()).isInstanceOf(Refreshed.class);
    }

    /** Refreshes until interrupted, and returns the thread's interrupt flag. */
    private boolean isInterruptedInItsWait() {
        NetworkException failure = thrownBy(NetworkException.class, user::refresh);
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure.requestMayHaveArrived()).isTrue();
        return Thread.currentThread().isInterrupted();
    }

    private void assertRefreshedAndStored() {
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(user.loadToken()).matches(local::accepts).isNotEqualTo(local.first);
        assertThat(local.stored()).isEqualTo(user.loadToken());
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }

    private static void awaitState(Thread thread, State state) {
        while (thread.getState() != state && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
