package me.digi.client;

import static me.digi.client.ParallelCalls.onThreads;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One refresh serves all callers, whether they share a user object, a client or only the store. */
class OneRefreshTest {
    private static final int THREADS = 200;

    @AutoClose
    private final LocalUser local = new LocalUser();

    @Test
    void twoHundredThreadsWithAnExpiredTokenMakeOneRefreshAndGetTwoHundredResponses() throws Exception {
        local.expire();
        List<UserAccessToken> seen = onThreads(THREADS, () -> newestPair(local.user));
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(local.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(THREADS);
        assertThat(seen).hasSize(THREADS).allMatch(local::accepts);
        assertThat(local.stored()).matches(local::accepts);
    }

    @Test
    void userObjectsOfOneGrantShareTheRefresh() throws Exception {
        local.expire();
        List<Callable<UserAccessToken>> works = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            boolean byName = i % 2 == 0;
            works.add(() -> newestPair(
                    byName
                            ? local.userOf(local.digiMe)
                            : KnownUser.of(local.digiMe, local.contract, LocalUser.USER, local.first)));
        }
        assertThat(onThreads(works)).allMatch(local::accepts);
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @Test
    void clientsThatShareAStoreShareTheRefresh() throws Exception {
        List<DigiMeUser> users =
                Stream.generate(() -> local.userOf(local.client())).limit(5).toList();
        users.forEach(DigiMeUser::listAccounts);
        local.expire();
        assertThat(onThreads(callsOf(users, THREADS))).allMatch(local::accepts);
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(users).extracting(DigiMeUser::loadToken).allMatch(local::accepts);
    }

    @Test
    void aTokenThatLooksFreshAndIsRefusedIsRefreshedOnce() throws Exception {
        local.sandbox.expireAccessTokens();
        assertThat(onThreads(THREADS, () -> newestPair(local.user))).allMatch(local::accepts);
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsAboutToExpireIsUsedAndRefreshedInTheBackgroundOnce() throws Exception {
        local.sandbox.clock().advance(LocalUser.A_DAY.minusMinutes(4));
        CountDownLatch refreshMayGoOn = new CountDownLatch(1);
        local.store.next(WRITE, StoreFault.first(() -> Gate.await(refreshMayGoOn)));
        onThreads(20, () -> local.user.listAccounts().size());
        assertThat(local.user.loadToken()).isEqualTo(local.first);
        refreshMayGoOn.countDown();
        local.tokenEvents.await(TokenEvent.RefreshDone.class, 1);
        assertThat(local.user.loadToken()).matches(local::accepts).isNotEqualTo(local.first);
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @Test
    void manyExpiriesInARowCostOneRefreshEach() throws Exception {
        List<DigiMeUser> users = List.of(local.user, local.userOf(local.client()));
        for (int day = 1; day <= 5; day++) {
            local.expire();
            assertThat(onThreads(callsOf(users, 20))).allMatch(local::accepts);
            assertThat(local.refreshes()).isEqualTo(day);
        }
    }

    /** No lock is held while waiting for the server. */
    @Test
    void everythingElseContinuesWhileARefreshWaitsForItsResponse() throws Exception {
        Gate gate = new Gate();
        DigiMe client = local.client(builder -> builder.httpClient(gate.client()));
        DigiMeUser user = local.userOf(client);
        user.listAccounts();
        local.expire();
        Thread caller = new Thread(user::listAccounts);
        caller.start();
        gate.awaitArrival();
        assertThat(user.loadToken()).isEqualTo(local.first);
        assertThat(user.loadTokenStatus().lastAttemptAt()).isNotNull();
        assertThat(client.takeOver(local.contract, LocalUser.USER, local.first)).isEqualTo(new TakeOver.Same());
        gate.open();
        caller.join();
        assertThat(user.loadToken()).matches(local::accepts);
    }

    private static List<Callable<UserAccessToken>> callsOf(List<DigiMeUser> users, int threads) {
        return IntStream.range(0, threads)
                .<Callable<UserAccessToken>>mapToObj(i -> () -> newestPair(users.get(i % users.size())))
                .toList();
    }

    private static UserAccessToken newestPair(DigiMeUser user) {
        assertThat(user.listAccounts()).isNotEmpty();
        return user.loadToken();
    }
}
