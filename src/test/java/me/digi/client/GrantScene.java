package me.digi.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.TroubledStore;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;

/**
 * A sandbox, a user who has consented, and a client; more clients are to be had, over the same store and on the same clock.
 * A client that waits for another one's refresh waits until the store changes.
 */
final class GrantScene implements AutoCloseable {
    static final String USER = "user-42";
    static final Duration A_DAY = Duration.ofDays(1);

    final Sandbox sandbox = Sandbox.start();
    final ContractDetails contract = sandbox.contract();
    final TroubledStore store = new TroubledStore();
    final HeardEvents heard = new HeardEvents();
    final DigiMe digiMe = client(builder -> builder.tokenListener(heard));
    final UserAccessToken first = consent();
    final DigiMeUser user = KnownUser.of(digiMe, contract, USER, first);
    private final List<DigiMe> others = new ArrayList<>();

    /** Another client over the same store, which the scene closes. */
    DigiMe another() {
        return another(builder -> builder);
    }

    DigiMe another(UnaryOperator<DigiMe.Builder> change) {
        DigiMe other = client(change);
        others.add(other);
        return other;
    }

    /** The user, in the eyes of a client. */
    DigiMeUser userOf(DigiMe client) {
        return client.user(contract, USER);
    }

    private DigiMe client(UnaryOperator<DigiMe.Builder> change) {
        return change.apply(DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .clock(sandbox.clock())
                        .ticker(Ticker.of(sandbox.clock()))
                        .ticker(() -> ChronoUnit.NANOS.between(
                                Instant.EPOCH, sandbox.clock().instant()))
                        .retryPolicy(RetryPolicy.none())
                        .tokenStore(store)
                        .sleeper(duration -> store.awaitChange()))
                .build();
    }

    /** A new user's token pair. */
    UserAccessToken consent() {
        Authorized consent = newConsent();
        return digiMe.exchangeCode(contract, consent);
    }

    /** A new user's consent. */
    Authorized newConsent() {
        return allow(digiMe.authorize(contract)
                .redirectUri("https://app.example/callback")
                .start());
    }

    /** The consent of a user who has a library already, given once more. */
    Authorized consentAgain(UserAccessToken old) {
        return allow(digiMe.reauthorize(contract, old)
                .redirectUri("https://app.example/callback")
                .start());
    }

    private Authorized allow(PendingConsent pending) {
        return (Authorized) pending.read(sandbox.allow(pending.url()));
    }

    /** Signs in the user who gave this consent, under {@link #USER}. */
    SignIn signIn(DigiMe client, Authorized consent) {
        return client.signIn(contract, USER, consent);
    }

    /** Lets time pass until every access token has expired. */
    void expire() {
        sandbox.clock().advance(A_DAY);
    }

    /** How often the sandbox was asked for a new pair. */
    int refreshes() {
        return sandbox.requests().count(Operation.REFRESH_TOKEN);
    }

    /** Which refresh tokens the sandbox was presented, in order. */
    List<Object> presented() {
        return sandbox.requests().of(Operation.REFRESH_TOKEN).stream()
                .map((RecordedRequest request) -> request.claim("refresh_token"))
                .toList();
    }

    /** The pair that the sandbox honours. */
    TokenPair live() {
        return live(first);
    }

    TokenPair live(UserAccessToken token) {
        return Objects.requireNonNull(
                Objects.requireNonNull(sandbox.grant(token.userId(), contract)).live());
    }

    boolean honours(UserAccessToken token) {
        TokenPair live = live();
        return live.accessToken().equals(token.accessToken().value())
                && live.refreshToken().equals(token.refreshToken().value());
    }

    /** What the store has, in the eyes of a client that starts now. */
    UserAccessToken stored() {
        try (DigiMe fresh = client(builder -> builder)) {
            return userOf(fresh).loadToken();
        }
    }

    /** Does it on so many threads at once, which start together; gives all results. */
    static <T> List<T> onThreads(int threads, Callable<T> work) throws Exception {
        return onThreads(java.util.Collections.nCopies(threads, work));
    }

    static <T> List<T> onThreads(List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService executor = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public void close() {
        others.forEach(DigiMe::close);
        digiMe.close();
        sandbox.close();
    }
}
