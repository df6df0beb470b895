package me.digi.client.internal.token;

import static me.digi.client.error.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.token.TroubledStore.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a caller from its refresh, and does not keep the refresh, or the next one, from being made. */
class GrantWaitingTest {
    private final LocalGrants local = new LocalGrants();

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void whoseWaitIsOverReturnsAndTheRefreshGoesOnAndItsPairIsStored() {
        CountDownLatch waitIsOver = new CountDownLatch(1);
        Grants grants = new Grants(local.parts(local.sandbox.clock(), impatient()));
        Grant grant = grants.adopted(local.contract, LocalGrants.USER, local.first);
        local.store.next(WRITE, Trouble.first(() -> await(waitIsOver)));
        NetworkException failure = catchThrowableOfType(NetworkException.class, grant::refresh);
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(failure.requestMayHaveArrived()).isTrue();
        assertThat(grant.token()).isEqualTo(local.first);
        waitIsOver.countDown();
        grants.close();
        assertRefreshed(grant, 1);
    }

    @Test
    void whoComesAfterOneWhoseWaitIsOverJoinsTheSameRefresh() {
        CountDownLatch waitsAreOver = new CountDownLatch(1);
        Grants grants = new Grants(local.parts(local.sandbox.clock(), impatient()));
        Grant grant = grants.adopted(local.contract, LocalGrants.USER, local.first);
        local.store.next(WRITE, Trouble.first(() -> await(waitsAreOver)));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(grant::refresh).isInstanceOf(NetworkException.class);
        }
        waitsAreOver.countDown();
        grants.close();
        assertRefreshed(grant, 1);
    }

    @Test
    void anExecutorThatRefusesAFlightRefusesThatOneAlone() {
        Failing<RejectedExecutionException> refusals =
                new Failing<>(() -> new RejectedExecutionException("no thread to be had"));
        ThreadPoolExecutor executor = new ThreadPoolExecutor(0, 10, 10, TimeUnit.SECONDS, new SynchronousQueue<>()) {
            @Override
            public void execute(Runnable work) {
                refusals.failIfOrdered();
                super.execute(work);
            }
        };
        try (Grants grants =
                new Grants(local.parts(local.sandbox.clock(), LocalGrants.policy()), new Flights(executor))) {
            Grant grant = grants.adopted(local.contract, LocalGrants.USER, local.first);
            refusals.order();
            assertThatThrownBy(grant::refresh).hasRootCauseInstanceOf(RejectedExecutionException.class);
            assertThat(local.refreshes()).isZero();
            assertThat(grant.refresh()).isInstanceOf(Refreshed.class);
            assertRefreshed(grant, 1);
        }
    }

    @Test
    void aRefreshThatEndsInAnErrorIsFollowedByAnother() {
        assertFollowedByAnother(() -> new AssertionError("impossible"));
    }

    @Test
    void aRefreshThatEndsInAnUnforeseenExceptionIsFollowedByAnother() {
        assertFollowedByAnother(() -> new IllegalStateException("unforeseen"));
    }

    /** What goes wrong is the application's clock, on the flight's own thread. */
    private void assertFollowedByAnother(Supplier<Throwable> failure) {
        Failing<RuntimeException> clock = new Failing<>(() -> GrantWaitingTest.<RuntimeException>sneaky(failure.get()));
        Thread caller = Thread.currentThread();
        Clock failing = new AskedClock(local.sandbox.clock(), () -> {
            if (Thread.currentThread() != caller) {
                clock.failIfOrdered();
            }
        });
        try (Grants grants = new Grants(local.parts(failing, LocalGrants.policy()))) {
            Grant grant = grants.adopted(local.contract, LocalGrants.USER, local.first);
            clock.order();
            assertThatThrownBy(grant::refresh)
                    .satisfiesAnyOf(
                            thrown ->
                                    assertThat(thrown).hasMessage(failure.get().getMessage()),
                            thrown -> assertThat(thrown)
                                    .hasRootCauseMessage(failure.get().getMessage()));
            assertThat(grant.refresh()).isInstanceOf(Refreshed.class);
            assertRefreshed(grant, 1);
        }
    }

    private void assertRefreshed(Grant grant, int times) {
        assertThat(local.refreshes()).isEqualTo(times);
        assertThat(grant.token()).matches(local::honours).isNotEqualTo(local.first);
        assertThat(local.stored()).isEqualTo(grant.token());
    }

    private static TokenPolicy impatient() {
        TokenPolicy usual = LocalGrants.policy();
        return new TokenPolicy(
                usual.lease(), usual.poll(), Duration.ofMillis(1), usual.verdict(), usual.pauseAfterFailure());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }

    /** Fails once after each order. */
    private static final class Failing<E extends RuntimeException> {
        private final Supplier<E> failure;
        private boolean isOrdered;

        Failing(Supplier<E> failure) {
            this.failure = failure;
        }

        synchronized void order() {
            isOrdered = true;
        }

        synchronized void failIfOrdered() {
            if (isOrdered) {
                isOrdered = false;
                throw failure.get();
            }
        }
    }

    /** A clock that does something each time before it tells the time. */
    private static final class AskedClock extends Clock {
        private final Clock source;
        private final Runnable deed;

        AskedClock(Clock source, Runnable deed) {
            this.source = source;
            this.deed = deed;
        }

        @Override
        public ZoneId getZone() {
            return source.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new AskedClock(source.withZone(zone), deed);
        }

        @Override
        public Instant instant() {
            deed.run();
            return source.instant();
        }
    }
}
