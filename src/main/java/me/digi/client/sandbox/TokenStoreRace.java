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

/** Checks with many threads that write one grant, half of them through each instance. */
final class TokenStoreRace {
    private static final int THREADS = 8;
    private static final int STEPS = 10;
    private static final int ROUNDS = 5;

    private TokenStoreRace() {}

    static void checkFirstWrite(TokenStoreCheck check) {
        for (int round = 0; round < ROUNDS; round++) {
            GrantKey grant = check.grant("user " + round);
            List<StoredGrant> winners = new ArrayList<>();
            for (List<StoredGrant> written : run(check, (store, thread) -> {
                StoredGrant first = new StoredGrant(thread + 1, "{\"thread\":" + thread + "}");
                return store.compareAndSet(grant, 0, first) ? List.of(first) : List.of();
            })) {
                winners.addAll(written);
            }
            check.require(winners.size() == 1, winners.size() + " of " + THREADS + " first writes returned true");
            check.mustHold(grant, winners.get(0));
        }
    }

    /** The content counts along with the version: they differ when a write is lost, repeated or mixed up. */
    static void checkCounting(TokenStoreCheck check) {
        GrantKey grant = check.grant();
        check.mustWrite(grant, 0, new StoredGrant(1, "1"));
        run(check, (store, thread) -> {
            for (int done = 0; done < STEPS; ) {
                done += step(check, store, grant) ? 1 : 0;
            }
            return List.of();
        });
        long all = 1 + THREADS * STEPS;
        check.mustHold(grant, new StoredGrant(all, Long.toString(all)));
    }

    private static boolean step(TokenStoreCheck check, TokenStore store, GrantKey grant) {
        StoredGrant seen = check.mustLoad(store, grant);
        check.require(
                seen.content().equals(Long.toString(seen.version())),
                "version " + seen.version() + " has the content of another");
        if (store.compareAndSet(grant, seen.version(), seen.next(Long.toString(seen.version() + 1)))) {
            return true;
        }
        // Another thread was faster, or this would never end.
        check.require(
                check.mustLoad(store, grant).version() > seen.version(),
                "compareAndSet over version " + seen.version() + " returned false, although that is still the newest");
        return false;
    }

    private interface Task {
        List<StoredGrant> run(TokenStore store, int thread);
    }

    private static List<List<StoredGrant>> run(TokenStoreCheck check, Task task) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<List<StoredGrant>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                TokenStore store = i % 2 == 0 ? check.store : check.other;
                tasks.add(() -> {
                    start.await();
                    return task.run(store, number);
                });
            }
            List<List<StoredGrant>> results = new ArrayList<>();
            for (Future<List<StoredGrant>> result : threads.invokeAll(tasks)) {
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
