package me.digi.client;

import static me.digi.client.GrantScene.onThreads;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import me.digi.client.auth.ReauthorizationRequiredException;
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
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a listener hears, and what {@code loadTokenStatus()} says. */
class TokenEventsTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;

    @Test
    void aListenerHearsOfARefreshFromItsStartToItsEnd() {
        scene.expire();
        user.listAccounts();
        scene.digiMe.close();
        assertThat(scene.heard.kinds()).containsExactly("Changed", "RefreshStarted", "Changed", "RefreshDone");
        assertThat(scene.heard.of(Changed.class))
                .extracting(Changed::origin)
                .containsExactly(Origin.APPLICATION, Origin.REFRESHED);
        assertThat(scene.heard.all()).allMatch(event -> event.grant().userKey().equals(GrantScene.USER));
    }

    @Test
    void aListenerHearsOfAPairThatAnotherClientHasFetched() {
        HeardEvents heard = new HeardEvents();
        DigiMe another = scene.another(builder -> builder.tokenListener(heard));
        scene.userOf(another).listAccounts();
        scene.expire();
        user.listAccounts();
        scene.userOf(another).listAccounts();
        another.close();
        assertThat(heard.kinds()).containsExactly("Changed");
        assertThat(heard.of(Changed.class).get(0))
                .returns(Origin.STORE, Changed::origin)
                .returns(user.loadToken(), Changed::token);
    }

    @Test
    void eachListenerHearsOfEachPairOnceAndInOrderUnderLoad() throws Exception {
        HeardEvents others = new HeardEvents();
        DigiMe another = scene.another(builder -> builder.tokenListener(others));
        List<DigiMeUser> users = List.of(user, scene.userOf(another));
        List<UserAccessToken> pairs = new ArrayList<>(List.of(scene.first));
        for (int day = 0; day < 15; day++) {
            scene.expire();
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                DigiMeUser each = users.get(i % 2);
                works.add(() -> each.listAccounts().size());
            }
            onThreads(works);
            pairs.add(user.loadToken());
        }
        scene.digiMe.close();
        another.close();
        assertThat(scene.heard.newPairs()).containsExactlyElementsOf(pairs);
        assertThat(others.newPairs()).containsExactlyElementsOf(pairs.subList(1, pairs.size()));
    }

    @Test
    void aListenerThatThrowsBreaksNothingAndHearsTheRest() {
        List<TokenEvent> heard = new CopyOnWriteArrayList<>();
        try (ReportedProblems problems = ReportedProblems.record()) {
            DigiMe client = scene.another(builder -> builder.tokenListener(event -> {
                heard.add(event);
                throw new IllegalStateException("a listener's own trouble");
            }));
            scene.expire();
            assertThat(scene.userOf(client).listAccounts()).isNotEmpty();
            client.close();
            assertThat(heard)
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("RefreshStarted", "Changed", "RefreshDone");
            assertThat(problems.uncaught()).isEmpty();
            assertThat(problems.failures())
                    .singleElement()
                    .hasToString("java.lang.IllegalStateException: a listener's own trouble");
        }
    }

    @Test
    void aListenerThatBlocksHoldsUpNothing() {
        CountDownLatch latch = new CountDownLatch(1);
        DigiMe client = scene.another(builder -> builder.tokenListener(event -> Gate.await(latch)));
        for (int day = 0; day < 3; day++) {
            scene.expire();
            assertThat(scene.userOf(client).listAccounts()).isNotEmpty();
        }
        assertThat(scene.refreshes()).isEqualTo(3);
        latch.countDown();
    }

    @Test
    void whoeverWaitsForTheRefreshOfAnotherIsHeardOf() throws Exception {
        Gate gate = new Gate();
        HeardEvents heard = new HeardEvents();
        DigiMe client =
                scene.another(builder -> builder.httpClient(gate.client()).tokenListener(heard));
        DigiMeUser same = scene.userOf(client);
        scene.expire();
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
    void aRefreshThatFailsIsHeardOfWithItsDoubt() {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        NetworkException failure = catchThrowableOfType(NetworkException.class, user::listAccounts);
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        scene.digiMe.close();
        assertThat(scene.heard.kinds())
                .containsExactly(
                        "Changed",
                        "RefreshStarted",
                        "RefreshInDoubt",
                        "RefreshInDoubt",
                        "RefreshFailed",
                        "RefreshStarted",
                        "RefreshInDoubt",
                        "ReauthorizationNeeded");
        assertThat(scene.heard.of(RefreshFailed.class)).singleElement().returns(failure, RefreshFailed::failure);
    }

    @Test
    void aStoreThatFailsIsHeardOf() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.breakDown(WRITE, new IllegalStateException("disk full"));
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(TokenStoreException.class);
        scene.store.recover();
        scene.digiMe.close();
        assertThat(scene.heard.kinds())
                .containsExactly("Changed", "RefreshStarted", "StoreFailed", "Changed", "RefreshDone");
        assertThat(scene.heard.of(StoreFailed.class)).hasSize(1);
    }

    @Test
    void noEventAndNoStatusPrintsASecret() {
        List<String> secrets = new ArrayList<>(secretsOf(scene.first));
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.breakDown(WRITE, new IllegalStateException("disk full"));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        secrets.addAll(secretsOf(user.loadToken()));
        List<String> shown = new ArrayList<>(List.of(user.loadTokenStatus().toString()));
        scene.store.recover();
        scene.sandbox.revoke(scene.first.userId());
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "Odd", secrets.get(3) + " is odd"));
        scene.sandbox.clock().advance(Duration.ofMinutes(3));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        shown.add(user.loadTokenStatus().toString());
        scene.digiMe.close();
        scene.heard.all().forEach(event -> shown.add(event.toString()));
        assertThat(shown).hasSizeGreaterThan(8);
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    @Test
    void theStatusTellsHowTheTokenIs() {
        assertThat(status(State.FRESH).lastAttemptAt()).isNull();
        scene.sandbox.clock().advance(GrantScene.A_DAY.minusMinutes(4));
        status(State.STALE);
        scene.sandbox.clock().advance(Duration.ofMinutes(5));
        status(State.EXPIRED);
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "InternalServerError", "sorry"));
        assertThat(catchThrowable(user::listAccounts)).isNotNull();
        TokenStatus inDoubt = status(State.IN_DOUBT);
        assertThat(inDoubt.lastErrorCode()).isEqualTo(new ErrorCode("InternalServerError"));
        assertThat(inDoubt.lastErrorReference()).isEqualTo("canned-reference");
        assertThat(inDoubt.lastError()).contains("500");
        assertThat(inDoubt.lastAttemptAt()).isEqualTo(scene.sandbox.clock().instant());
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
