package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;

/** Races many threads for one grant, half of them through each instance. */
final class TokenStoreRace {
    private static final int THREADS = 8;
    private static final int STEPS = 10;
    private static final int ROUNDS = 5;

    private TokenStoreRace() {}

    static void toBeFirst(TokenStoreTrial trial) {
        for (int round = 0; round < ROUNDS; round++) {
            GrantKey grant = trial.grant("user " + round);
            List<StoredGrant> winners = new ArrayList<>();
            for (List<StoredGrant> written : run(trial, (store, racer) -> {
                StoredGrant first = new StoredGrant(racer + 1, "{\"racer\":" + racer + "}");
                return store.compareAndSet(grant, 0, first) ? List.of(first) : List.of();
            })) {
                winners.addAll(written);
            }
            trial.require(winners.size() == 1, winners.size() + " of " + THREADS + " first writes returned true");
            trial.mustHold(grant, winners.get(0));
        }
    }

    /** The content counts along with the version: they differ when a write is lost, repeated or mixed up. */
    static void toCount(TokenStoreTrial trial) {
        GrantKey grant = trial.grant();
        trial.mustWrite(grant, 0, new StoredGrant(1, "1"));
        run(trial, (store, racer) -> {
            for (int done = 0; done < STEPS; ) {
                done += step(trial, store, grant) ? 1 : 0;
            }
            return List.of();
        });
        long all = 1 + THREADS * STEPS;
        trial.mustHold(grant, new StoredGrant(all, Long.toString(all)));
    }

    private static boolean step(TokenStoreTrial trial, TokenStore store, GrantKey grant) {
        StoredGrant seen = trial.mustLoad(store, grant);
        trial.require(
                seen.content().equals(Long.toString(seen.version())),
                "version " + seen.version() + " has the content of another");
        if (store.compareAndSet(grant, seen.version(), seen.next(Long.toString(seen.version() + 1)))) {
            return true;
        }
        // Another thread was faster, or this would never end.
        trial.require(
                trial.mustLoad(store, grant).version() > seen.version(),
                "compareAndSet over version " + seen.version() + " returned false, although that is still the newest");
        return false;
    }

    private interface Racer {
        List<StoredGrant> run(TokenStore store, int racer);
    }

    private static List<List<StoredGrant>> run(TokenStoreTrial trial, Racer racer) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<List<StoredGrant>>> racers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                TokenStore store = i % 2 == 0 ? trial.store : trial.other;
                racers.add(() -> {
                    start.await();
                    return racer.run(store, number);
                });
            }
            List<List<StoredGrant>> results = new ArrayList<>();
            for (Future<List<StoredGrant>> result : threads.invokeAll(racers)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError broken) {
                throw broken;
            }
            if (e.getCause() instanceof RuntimeException thrownByTheStore) {
                throw thrownByTheStore;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
