package me.digi.client.internal.token;

import static me.digi.client.internal.token.ScriptedHost.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.Deadline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller that times out or fails does not prevent its refresh, or the next one. */
class GrantWaitingTest extends ScriptedEngine {
    private final Grant grant = newGrant();

    @BeforeEach
    void takeOver() {
        assertThat(grant.takeOver(ONE, Mode.REPLACE)).isNotNull();
    }

    @Test
    void aCallerThatTimesOutReturnsAndTheRefreshContinues() {
        host.timeOutCallers();
        NetworkException failure = thrownBy(NetworkException.class, () -> grant.refresh(WAIT));
        assertThat(failure.kind()).isEqualTo(NetworkException.Kind.TIMED_OUT);
        assertThat(failure.requestMayHaveArrived()).isTrue();
        assertThat(grant.token(WAIT)).isEqualTo(ONE);
        host.work();
        assertThat(grant.token(WAIT)).isEqualTo(TWO);
    }

    @Test
    void interruptsDoNotExtendTheWaitForASignIn() {
        host.interruptCallers(4, Duration.ofSeconds(25));
        Deadline end = Deadline.after(Duration.ofMinutes(1), host::nanos);
        NetworkException failure = thrownBy(NetworkException.class, () -> grant.signIn("code", "verifier", end));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(NetworkException.Kind.TIMED_OUT);
        assertThat(host.slept()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void laterCallersJoinTheSameRefresh() {
        host.timeOutCallers();
        for (int caller = 0; caller < 5; caller++) {
            assertThatThrownBy(() -> grant.refresh(WAIT)).isInstanceOf(NetworkException.class);
        }
        assertThat(host.waiting()).isEqualTo(1);
        host.work();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aRefreshThatFindsNoThreadIsFollowedByAnother() {
        host.refuseOnce();
        assertThatThrownBy(() -> grant.refresh(WAIT)).hasRootCauseInstanceOf(RejectedExecutionException.class);
        assertThat(server.requests()).isZero();
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefreshThatFailsInAnUnforeseenWayIsFollowedByAnother(boolean isError) {
        server.fail(isError ? new AssertionError("impossible") : new IllegalStateException("unforeseen"));
        assertThatThrownBy(() -> grant.refresh(WAIT))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(AssertionError.class),
                        thrown -> assertThat(thrown).hasRootCauseMessage("unforeseen"));
        assertThat(grant.refresh(WAIT)).isEqualTo(new Refreshed(TWO));
    }
}
