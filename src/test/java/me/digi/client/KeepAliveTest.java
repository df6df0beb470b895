package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.internal.token.FaultyStore;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.keepalive.KeepAliveProgress;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.ConsentNeeded;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.keepalive.KeepAliveSummary.FailedUser;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.NewGrants;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.Stores;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keep-alive sweep, which refreshes users who have not made a call for a long time. */
@Timeout(60)
class KeepAliveTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final FaultyStore store = new FaultyStore();
    private final DigiMe digiMe = client(pause -> {});
    private final Map<String, UserAccessToken> first = new HashMap<>();

    private DigiMe client(Sleeper sleeper) {
        return local.client(builder ->
                builder.tokenStore(store).retryPolicy(RetryPolicy.none()).sleeper(sleeper));
    }

    /** Stores a user of each name. */
    private void add(String... userKeys) {
        for (String userKey : userKeys) {
            UserAccessToken pair = NewGrants.pair(local.sandbox, local.contract);
            first.put(userKey, pair);
            digiMe.takeOver(local.contract, userKey, pair);
        }
    }

    /** Moves the clock until all stored users are due. */
    private void becomeDue() {
        UserAccessToken any = first.values().iterator().next();
        Duration life = Duration.between(
                local.sandbox.clock().instant(),
                Objects.requireNonNull(any.refreshToken().expiresAt()));
        local.sandbox.clock().advance(life.dividedBy(3).plusSeconds(1));
    }

    private KeepAliveRequest sweep() {
        return digiMe.keepAlive(local.contract).rate(10_000).parallelism(1).startAfter("!");
    }

    private int issued(String userKey) {
        return local.sandbox.grant(first.get(userKey).userId(), local.contract).issued();
    }

    private GrantKey key(String userKey) {
        return new GrantKey(local.contract.contractId(), userKey);
    }

    @Test
    void onlyDueUsersAreRefreshed() {
        add("a", "b", "c");
        becomeDue();
        add("d");
        KeepAliveSummary summary = digiMe.keepAlive(local.contract).rate(10_000).refreshDue();
        assertThat(summary.end()).isEqualTo(End.DONE);
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(4, 3, 0, 0, 0));
        assertThat(summary.failure()).isNull();
        assertThat(List.of("a", "b", "c", "d")).map(this::issued).containsExactly(2, 2, 2, 1);
        for (String userKey : first.keySet()) {
            assertThat(digiMe.user(local.contract, userKey).listAccounts()).isNotEmpty();
        }
        assertThat(sweep().refreshDue().progress()).isEqualTo(new KeepAliveProgress(4, 0, 0, 0, 0));
        assertThat(local.refreshes()).isEqualTo(3);
    }

    @Test
    void theSummaryListsUsersWhoMustConsentAgainAndWhy() {
        add("known", "lost", "well");
        local.sandbox.revoke(first.get("known").userId());
        digiMe.user(local.contract, "known").refresh();
        becomeDue();
        local.sandbox.revoke(first.get("lost").userId());
        KeepAliveSummary summary = sweep().refreshDue();
        assertThat(summary.consentNeeded()).extracting(ConsentNeeded::userKey).containsExactly("known", "lost");
        assertThat(summary.consentNeeded()).allSatisfy(user -> {
            assertThat(user.reason().reason()).isEqualTo(Reason.REFUSED);
            assertThat(user.reason().code()).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(user.reason().reference()).isNotBlank();
        });
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(3, 1, 0, 2, 0));
        assertThat(local.refreshes()).as("the dead pair is not presented again").isEqualTo(3);
    }

    @Test
    void usersInDoubtOrBeingRefreshedAreSkipped() {
        add("doubtful", "leased", "well");
        local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.html(503));
        assertThat(thrownBy(ApiException.class, digiMe.user(local.contract, "doubtful")::refresh))
                .isNotNull();
        becomeDue();
        StoredGrant row = store.load(key("leased"));
        GrantSummary summary = new GrantSummary(GrantSummary.State.REFRESHING, Instant.EPOCH, null);
        store.compareAndSet(key("leased"), row.version(), new StoredGrant(row.version() + 1, row.content(), summary));
        local.forget();
        assertThat(sweep().refreshDue().progress()).isEqualTo(new KeepAliveProgress(3, 1, 2, 0, 0));
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenStoreException.Operation.class,
            names = {"LIST", "LOAD"})
    void aUserWhoIsRefreshedByAnotherClientMeanwhileIsSkipped(TokenStoreException.Operation operation) {
        add("a");
        becomeDue();
        DigiMe another = client(pause -> {});
        store.next(operation, work -> {
            Object read = work.get();
            another.user(local.contract, "a").refresh();
            return read;
        });
        assertThat(sweep().refreshDue().progress()).isEqualTo(new KeepAliveProgress(1, 0, 0, 0, 0));
        assertThat(issued("a")).isEqualTo(2);
    }

    @Test
    void aUserWhoLogsOutDuringTheSweepIsNotAFailure() {
        add("a", "b");
        becomeDue();
        store.next(TokenStoreException.Operation.LIST, work -> {
            Object page = work.get();
            digiMe.user(local.contract, "a").forget();
            return page;
        });
        assertThat(sweep().refreshDue().progress()).isEqualTo(new KeepAliveProgress(2, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenStoreException.Operation.class,
            names = {"LIST", "LOAD", "WRITE"})
    void theFirstFailureOfTheStoreEndsTheSweep(TokenStoreException.Operation operation) {
        add("a", "b", "c");
        becomeDue();
        store.breakDown(operation, new IllegalStateException("off"));
        KeepAliveSummary summary = sweep().refreshDue();
        assertThat(summary.end()).isEqualTo(End.STORE_FAILED);
        assertThat(summary.failure())
                .isInstanceOfSatisfying(
                        TokenStoreException.class,
                        e -> assertThat(e.operation()).isEqualTo(operation));
        assertThat(summary.progress().refreshed()).isZero();
        assertThat(summary.resumeAfter()).isNull();
        assertThat(local.refreshes()).isZero();

        store.recover();
        assertThat(sweep().refreshDue().progress()).isEqualTo(new KeepAliveProgress(3, 3, 0, 0, 0));
    }

    @Test
    void aStoreThatCannotListEndsTheSweep() {
        DigiMe other = local.client(builder -> builder.tokenStore(Stores.unlistable()));
        KeepAliveSummary summary = other.keepAlive(local.contract).refreshDue();
        assertThat(summary.end()).isEqualTo(End.STORE_FAILED);
        assertThat(summary.failure()).hasMessageContaining("does not support listing");
    }

    @Test
    void aRecordThatCannotBeReadIsAFailureOfThatUserOnly() {
        add("a", "b", "c");
        becomeDue();
        StoredGrant row = store.load(key("b"));
        store.compareAndSet(key("b"), row.version(), row.next("{}"));
        KeepAliveSummary summary = sweep().refreshDue();
        assertThat(summary.end()).isEqualTo(End.DONE);
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(3, 2, 0, 0, 1));
        assertThat(summary.failures()).extracting(FailedUser::userKey).containsExactly("b");
        assertThat(summary.failures().get(0).cause()).hasMessageContaining("the record is damaged");
    }

    @Test
    void theFifthFailureOfTheServiceInARowEndsTheSweep() {
        add("a", "b", "c", "d", "e", "f", "g");
        becomeDue();
        failNextRefreshes(5);
        KeepAliveSummary summary = sweep().refreshDue();
        assertThat(summary.end()).isEqualTo(End.SERVICE_FAILED);
        assertThat(summary.failure()).isInstanceOf(ApiException.class);
        assertThat(summary.failures()).extracting(FailedUser::userKey).containsExactly("a", "b", "c", "d", "e");
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(6, 0, 0, 0, 5));
        assertThat(local.refreshes()).isEqualTo(5);
        assertThat(summary.resumeAfter()).isEqualTo("e");
    }

    @Test
    void fourFailuresInARowDoNot() {
        add("a", "b", "c", "d", "e", "f", "g", "h", "i");
        becomeDue();
        failNextRefreshes(4);
        KeepAliveSummary summary = sweep().listener(progress -> {
                    if (progress.refreshed() == 1 && progress.failed() == 4) {
                        failNextRefreshes(4);
                    }
                })
                .refreshDue();
        assertThat(summary.end()).isEqualTo(End.DONE);
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(9, 1, 0, 0, 8));
    }

    private void failNextRefreshes(int times) {
        for (int i = 0; i < times; i++) {
            local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.html(503));
        }
    }

    @Test
    void refreshesAreSpacedAsTheRateSays() {
        add("a", "b", "c", "d", "e");
        becomeDue();
        List<Duration> pauses = new CopyOnWriteArrayList<>();
        DigiMe slow = client(pause -> {
            pauses.add(pause);
            local.sandbox.clock().advance(pause);
        });
        Instant start = local.sandbox.clock().instant();
        slow.keepAlive(local.contract).rate(4).parallelism(3).refreshDue();
        assertThat(Duration.between(start, local.sandbox.clock().instant())).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(100)));
    }

    @Test
    void aStoppedSweepContinuesAfterTheLastFinishedUser() {
        add("a", "b", "c", "d", "e");
        becomeDue();
        CompletableFuture<KeepAliveRun> running = new CompletableFuture<>();
        running.complete(sweep().startAfter("b")
                .listener(progress -> {
                    if (progress.refreshed() == 2) {
                        running.join().stop();
                    }
                })
                .start());
        KeepAliveSummary stopped = running.join().await();
        assertThat(stopped.end()).isEqualTo(End.STOPPED);
        assertThat(stopped.progress().refreshed()).isEqualTo(2);
        assertThat(stopped.resumeAfter()).isEqualTo("d");
        assertThat(List.of("a", "b", "c", "d", "e")).map(this::issued).containsExactly(1, 1, 2, 2, 1);
        assertThat(running.join().isDone()).isTrue();
        assertThat(running.join().summary()).isEqualTo(stopped);

        List<KeepAliveProgress> events = new CopyOnWriteArrayList<>();
        KeepAliveSummary resumed = sweep().startAfter("d").listener(events::add).refreshDue();
        assertThat(resumed.end()).isEqualTo(End.DONE);
        assertThat(resumed.progress()).isEqualTo(new KeepAliveProgress(5, 3, 0, 0, 0));
        assertThat(resumed.resumeAfter()).isEqualTo("d");
        assertThat(events).map(KeepAliveProgress::refreshed).containsExactly(1L, 2L, 3L, 3L);
        assertThat(events.get(3)).isEqualTo(resumed.progress());
    }

    @Test
    void aSweepThatBeginsBehindTheLastUserLooksAtEachOnce() {
        add("a", "b");
        becomeDue();
        assertThat(sweep().startAfter("z").refreshDue().progress()).isEqualTo(new KeepAliveProgress(2, 2, 0, 0, 0));
    }

    @Test
    void withoutUsersASweepIsDoneAtOnce() {
        KeepAliveSummary summary = sweep().refreshDue();
        assertThat(summary.end()).isEqualTo(End.DONE);
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(0, 0, 0, 0, 0));
        assertThat(summary.resumeAfter()).isNull();
    }

    @Test
    void exceptionsOfAListenerDoNotAffectTheSweep() {
        add("a", "b");
        becomeDue();
        KeepAliveSummary summary = sweep().listener(progress -> {
                    throw new StackOverflowError("a listener of a test");
                })
                .refreshDue();
        assertThat(summary.progress()).isEqualTo(new KeepAliveProgress(2, 2, 0, 0, 0));
    }

    @Test
    void closingTheClientStopsTheSweep() throws Exception {
        add("a", "b", "c");
        becomeDue();
        CountDownLatch isWaiting = new CountDownLatch(1);
        DigiMe closing = client(pause -> {
            if (!pause.isZero()) {
                isWaiting.countDown();
                new CountDownLatch(1).await();
            }
        });
        KeepAliveRun run = closing.keepAlive(local.contract).rate(1).start();
        isWaiting.await();
        assertThat(run.isDone()).isFalse();
        assertThat(run.summary().end()).isEqualTo(End.RUNNING);
        closing.close();
        KeepAliveSummary summary = run.await();
        assertThat(summary.end()).isEqualTo(End.STOPPED);
        assertThat(summary.progress().refreshed()).isLessThanOrEqualTo(1);
    }

    @Test
    void aThreadThatIsInterruptedStopsTheSweepAndWaitsForItsEnd() throws Exception {
        add("a", "b");
        becomeDue();
        CountDownLatch listing = new CountDownLatch(1);
        store.next(TokenStoreException.Operation.LIST, StoreFault.first(() -> Gate.await(listing)));
        KeepAliveRun run = sweep().start();
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            NetworkException e = thrownBy(NetworkException.class, run::await);
            return e.kind() == NetworkException.Kind.INTERRUPTED
                    && Thread.currentThread().isInterrupted()
                    && run.isDone();
        });
        Thread thread = new Thread(waiting);
        thread.start();
        spinUntil(() -> thread.getState() == Thread.State.WAITING);
        thread.interrupt();
        spinUntil(() -> !thread.isInterrupted() && thread.getState() == Thread.State.WAITING);
        listing.countDown();
        assertThat(waiting.get()).isTrue();
        assertThat(run.summary().end()).isEqualTo(End.STOPPED);
        assertThat(local.refreshes()).isZero();
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void invalidSettingsAreRejectedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep().rate(0))
                .withMessage("rate must be from 1 to 10000: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep().parallelism(257))
                .withMessage("parallelism must be from 1 to 256: 257");
        assertThatIllegalArgumentException().isThrownBy(() -> sweep().startAfter(" "));
    }
}
