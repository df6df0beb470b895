package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.ParallelCalls.onThreads;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenEvent.RefreshFailed;
import me.digi.client.diagnostics.TokenEvent.RefreshJoined;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events for a listener, and {@code loadTokenStatus()}. */
class TokenEventsTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;

    @Test
    void aListenerIsCalledFromTheStartOfARefreshToItsEnd() {
        local.expire();
        user.listAccounts();
        local.digiMe.close();
        assertThat(local.tokenEvents.kinds()).containsExactly("Changed", "RefreshStarted", "Changed", "RefreshDone");
        assertThat(local.tokenEvents.of(Changed.class))
                .extracting(Changed::origin)
                .containsExactly(Origin.APPLICATION, Origin.REFRESHED);
        assertThat(local.tokenEvents.all())
                .allMatch(event -> event.grant().userKey().equals(LocalUser.USER));
    }

    @Test
    void aListenerIsCalledForAPairThatAnotherClientFetched() {
        RecordedTokenEvents heard = new RecordedTokenEvents();
        DigiMe another = local.client(builder -> builder.tokenListener(heard));
        local.userOf(another).listAccounts();
        local.expire();
        user.listAccounts();
        local.userOf(another).listAccounts();
        another.close();
        assertThat(heard.kinds()).containsExactly("Changed");
        assertThat(heard.of(Changed.class).get(0))
                .returns(Origin.STORE, Changed::origin)
                .returns(user.loadToken(), Changed::token);
    }

    @Test
    void eachListenerGetsEachPairOnceAndInOrderUnderLoad() throws Exception {
        RecordedTokenEvents others = new RecordedTokenEvents();
        DigiMe another = local.client(builder -> builder.tokenListener(others));
        List<DigiMeUser> users = List.of(user, local.userOf(another));
        List<UserAccessToken> pairs = new ArrayList<>(List.of(local.first));
        for (int day = 0; day < 15; day++) {
            local.expire();
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                DigiMeUser each = users.get(i % 2);
                works.add(() -> each.listAccounts().size());
            }
            onThreads(works);
            pairs.add(user.loadToken());
        }
        local.digiMe.close();
        another.close();
        assertThat(local.tokenEvents.newPairs()).containsExactlyElementsOf(pairs);
        assertThat(others.newPairs()).containsExactlyElementsOf(pairs.subList(1, pairs.size()));
    }

    static Stream<Throwable> thrownByListeners() {
        return Stream.of(new IllegalStateException("a listener's own"), new StackOverflowError("a listener's own"));
    }

    @ParameterizedTest
    @MethodSource("thrownByListeners")
    void t18_aListenerThatThrowsGetsTheOtherEventsAndIsReportedOnce(Throwable thrown) {
        List<TokenEvent> heard = new CopyOnWriteArrayList<>();
        try (ReportedProblems problems = ReportedProblems.record()) {
            DigiMe client = local.client(builder -> builder.tokenListener(event -> {
                heard.add(event);
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }));
            local.expire();
            assertThat(local.userOf(client).listAccounts()).isNotEmpty();
            client.close();
            assertThat(heard)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("RefreshStarted", "Changed", "RefreshDone");
            assertThat(problems.uncaught()).isEmpty();
            assertThat(problems.failures()).singleElement().isSameAs(thrown);
        }
    }

    @Test
    void aListenerThatBlocksHoldsUpNothing() {
        CountDownLatch latch = new CountDownLatch(1);
        DigiMe client = local.client(builder -> builder.tokenListener(event -> Gate.await(latch)));
        for (int day = 0; day < 3; day++) {
            local.expire();
            assertThat(local.userOf(client).listAccounts()).isNotEmpty();
        }
        assertThat(local.refreshes()).isEqualTo(3);
        latch.countDown();
    }

    @Test
    void waitingForAnotherRefreshIsReported() throws Exception {
        Gate gate = new Gate();
        RecordedTokenEvents heard = new RecordedTokenEvents();
        DigiMe client =
                local.client(builder -> builder.httpClient(gate.client()).tokenListener(heard));
        DigiMeUser same = local.userOf(client);
        local.expire();
        List<Thread> callers = List.of(new Thread(same::listAccounts), new Thread(same::listAccounts));
        callers.forEach(Thread::start);
        gate.awaitArrival();
        heard.await(RefreshJoined.class, 1);
        gate.open();
        for (Thread caller : callers) {
            caller.join();
        }
        client.close();
        assertThat(heard.kinds())
                .containsExactlyInAnyOrder("RefreshStarted", "RefreshJoined", "Changed", "RefreshDone");
    }

    @Test
    void aFailedRefreshIsReportedWithItsDoubt() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        NetworkException failure = thrownBy(NetworkException.class, user::listAccounts);
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        local.digiMe.close();
        assertThat(local.tokenEvents.kinds())
                .containsExactly(
                        "Changed",
                        "RefreshStarted",
                        "RefreshInDoubt",
                        "RefreshInDoubt",
                        "RefreshFailed",
                        "RefreshStarted",
                        "RefreshInDoubt",
                        "ReauthorizationNeeded");
        assertThat(local.tokenEvents.of(RefreshFailed.class)).singleElement().returns(failure, RefreshFailed::failure);
    }

    @Test
    void aFailureOfTheStoreIsReported() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.breakDown(WRITE, new IllegalStateException("disk full"));
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(TokenStoreException.class);
        local.store.recover();
        local.digiMe.close();
        assertThat(local.tokenEvents.kinds())
                .containsExactly("Changed", "RefreshStarted", "StoreFailed", "Changed", "RefreshDone");
        assertThat(local.tokenEvents.of(StoreFailed.class)).hasSize(1);
    }

    @Test
    void noEventAndNoStatusPrintsASecret() {
        List<String> secrets = new ArrayList<>(secretsOf(local.first));
        local.expire();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.breakDown(WRITE, new IllegalStateException("disk full"));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        secrets.addAll(secretsOf(user.loadToken()));
        List<String> shown = new ArrayList<>(List.of(user.loadTokenStatus().toString()));
        local.store.recover();
        local.sandbox.revoke(local.first.userId());
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "Odd", secrets.get(3) + " is odd"));
        local.sandbox.clock().advance(Duration.ofMinutes(3));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        shown.add(user.loadTokenStatus().toString());
        local.digiMe.close();
        local.tokenEvents.all().forEach(event -> shown.add(event.toString()));
        assertThat(shown).hasSizeGreaterThan(8);
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    @Test
    void theStatusTellsHowTheTokenIs() {
        assertThat(status(State.FRESH).lastAttemptAt()).isNull();
        local.sandbox.clock().advance(LocalUser.A_DAY.minusMinutes(4));
        status(State.STALE);
        local.sandbox.clock().advance(Duration.ofMinutes(5));
        status(State.EXPIRED);
        local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "InternalServerError", "sorry"));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        TokenStatus inDoubt = status(State.IN_DOUBT);
        assertThat(inDoubt.lastErrorCode()).isEqualTo(new ErrorCode("InternalServerError"));
        assertThat(inDoubt.lastErrorReference()).isEqualTo("canned-reference");
        assertThat(inDoubt.lastError()).contains("500");
        assertThat(inDoubt.lastAttemptAt()).isEqualTo(local.sandbox.clock().instant());
        assertThat(user.listAccounts()).isNotEmpty();
        TokenStatus fresh = status(State.FRESH);
        assertThat(fresh.lastError()).isNull();
        assertThat(fresh.storeVersion()).isGreaterThan(inDoubt.storeVersion());
        assertThat(fresh.accessTokenExpiresAt())
                .isEqualTo(user.loadToken().accessToken().expiresAt());
        assertThat(fresh.refreshTokenExpiresAt())
                .isEqualTo(user.loadToken().refreshToken().expiresAt());
    }

    private TokenStatus status(State expected) {
        TokenStatus status = user.loadTokenStatus();
        assertThat(status.state()).isEqualTo(expected);
        return status;
    }

    private static List<String> secretsOf(UserAccessToken token) {
        return List.of(token.accessToken().value(), token.refreshToken().value());
    }
}
