package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.Thread.State;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.diagnostics.TokenEvent.RefreshDone;
import me.digi.client.diagnostics.TokenEvent.RefreshJoined;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for a refresh may give up; the refresh does not. */
class WaitingTest {
    private final GrantScene scene = new GrantScene();
    private final Gate gate = new Gate();
    private final HeardEvents heard = new HeardEvents();
    private final DigiMe client =
            scene.another(builder -> builder.httpClient(gate.client()).tokenListener(heard));
    private final DigiMeUser user = scene.userOf(client);

    @BeforeEach
    void expire() {
        assertThat(user.loadToken()).isEqualTo(scene.first);
        scene.expire();
    }

    @AfterEach
    void close() {
        gate.open();
        scene.close();
    }

    @Test
    void whoeverIsInterruptedReturnsAtOnceAndTheRefreshGoesOnForTheOthers() throws Exception {
        FutureTask<RefreshResult> patient = started(user::refresh);
        gate.awaitArrival();
        FutureTask<Boolean> impatient = new FutureTask<>(this::isInterruptedInItsWait);
        Thread thread = new Thread(impatient);
        thread.start();
        heard.await(RefreshJoined.class, 1);
        thread.interrupt();
        assertThat(impatient.get()).as("its interrupt flag").isTrue();
        assertThat(patient.isDone()).isFalse();
        gate.open();
        assertThat(patient.get()).isEqualTo(new Refreshed(user.loadToken()));
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
        assertThatThrownBy(KnownUser.of(client, scene.contract, "somebody else", scene.consent())::refresh)
                .as("what is closed starts no refresh")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        gate.open();
        closing.join();
        assertThat(caller.get()).isEqualTo(new Refreshed(user.loadToken()));
        assertRefreshedAndStored();
    }

    @Test
    void aClientThatIsClosedSaysSoHoweverOftenItIsAsked() {
        client.close();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(user::refresh)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        assertThat(scene.refreshes()).isZero();
        assertThat(scene.userOf(scene.digiMe).refresh()).isInstanceOf(Refreshed.class);
    }

    /** Whether the thread's flag is set after its refresh has ended as an interrupted one. */
    private boolean isInterruptedInItsWait() {
        NetworkException failure = catchThrowableOfType(NetworkException.class, user::refresh);
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(failure.requestMayHaveArrived()).isTrue();
        return Thread.currentThread().isInterrupted();
    }

    private void assertRefreshedAndStored() {
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(user.loadToken()).matches(scene::honours).isNotEqualTo(scene.first);
        assertThat(scene.stored()).isEqualTo(user.loadToken());
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
