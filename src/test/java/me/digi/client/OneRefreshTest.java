package me.digi.client;

import static me.digi.client.GrantScene.onThreads;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever asks, and however many: one refresh, and everyone is served. */
class OneRefreshTest {
    private static final int THREADS = 200;

    @AutoClose
    private final GrantScene scene = new GrantScene();

    @Test
    void twoHundredThreadsWithAnExpiredTokenMakeOneRefreshAndGetTwoHundredResponses() throws Exception {
        scene.expire();
        List<UserAccessToken> seen = onThreads(THREADS, () -> answered(scene.user));
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(scene.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(THREADS);
        assertThat(seen).hasSize(THREADS).allMatch(scene::honours);
        assertThat(scene.stored()).matches(scene::honours);
    }

    @Test
    void userObjectsOfOneGrantShareTheRefresh() throws Exception {
        scene.expire();
        List<Callable<UserAccessToken>> works = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            boolean byName = i % 2 == 0;
            works.add(() -> answered(
                    byName
                            ? scene.userOf(scene.digiMe)
                            : KnownUser.of(scene.digiMe, scene.contract, GrantScene.USER, scene.first)));
        }
        assertThat(onThreads(works)).allMatch(scene::honours);
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    @Test
    void clientsThatShareAStoreShareTheRefresh() throws Exception {
        List<DigiMeUser> users =
                Stream.generate(() -> scene.userOf(scene.another())).limit(5).toList();
        users.forEach(DigiMeUser::listAccounts);
        scene.expire();
        List<Callable<UserAccessToken>> works = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            DigiMeUser user = users.get(i % users.size());
            works.add(() -> answered(user));
        }
        assertThat(onThreads(works)).allMatch(scene::honours);
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(users).extracting(DigiMeUser::loadToken).allMatch(scene::honours);
    }

    @Test
    void aTokenThatLooksFreshAndIsRefusedIsRefreshedOnce() throws Exception {
        scene.sandbox.expireAccessTokens();
        assertThat(onThreads(THREADS, () -> answered(scene.user))).allMatch(scene::honours);
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsAboutToExpireIsUsedAndRefreshedInTheBackgroundOnce() throws Exception {
        scene.sandbox.clock().advance(GrantScene.A_DAY.minusMinutes(4));
        CountDownLatch refreshMayGoOn = new CountDownLatch(1);
        scene.store.next(WRITE, Trouble.first(() -> Gate.await(refreshMayGoOn)));
        onThreads(20, () -> scene.user.listAccounts().size());
        assertThat(scene.user.loadToken()).isEqualTo(scene.first);
        refreshMayGoOn.countDown();
        scene.heard.await(TokenEvent.RefreshDone.class, 1);
        assertThat(scene.user.loadToken()).matches(scene::honours).isNotEqualTo(scene.first);
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    @Test
    void manyExpiriesInARowCostOneRefreshEach() throws Exception {
        List<DigiMeUser> users = List.of(scene.user, scene.userOf(scene.another()));
        for (int day = 1; day <= 5; day++) {
            scene.expire();
            List<Callable<UserAccessToken>> works = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                DigiMeUser user = users.get(i % 2);
                works.add(() -> answered(user));
            }
            assertThat(onThreads(works)).allMatch(scene::honours);
            assertThat(scene.refreshes()).isEqualTo(day);
        }
    }

    /** No lock is held while the server is waited for. */
    @Test
    void whileARefreshWaitsForItsResponseAllElseGoesOn() throws Exception {
        Gate gate = new Gate();
        DigiMe client = scene.another(builder -> builder.httpClient(gate.client()));
        DigiMeUser user = scene.userOf(client);
        user.listAccounts();
        scene.expire();
        Thread caller = new Thread(user::listAccounts);
        caller.start();
        gate.awaitArrival();
        assertThat(user.loadToken()).isEqualTo(scene.first);
        assertThat(user.loadTokenStatus().lastAttemptAt()).isNotNull();
        assertThat(client.takeOver(scene.contract, GrantScene.USER, scene.first))
                .isEqualTo(new TakeOver.Same());
        gate.open();
        caller.join();
        assertThat(user.loadToken()).matches(scene::honours);
    }

    private static UserAccessToken answered(DigiMeUser user) {
        assertThat(user.listAccounts()).isNotEmpty();
        return user.loadToken();
    }
}
