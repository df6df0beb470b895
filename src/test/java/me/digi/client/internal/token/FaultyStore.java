package me.digi.client.internal.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException.Operation;

/** A store whose operations can be made to fail, and that can be awaited until it changes. */
public final class FaultyStore implements TokenStore {
    private final TokenStore good;
    private final Map<Operation, Deque<StoreFault>> troubles = new EnumMap<>(Operation.class);
    private final Map<Operation, StoreFault> outages = new EnumMap<>(Operation.class);
    private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
    private final ThreadLocal<Integer> seen = ThreadLocal.withInitial(() -> 0);
    private int changes;

    /** Replaces an operation, and may carry it out. */
    public interface StoreFault {
        /** Carries the operation out. */
        StoreFault NONE = work -> work.get();

        Object around(Supplier<Object> work);

        static StoreFault failing(Throwable failure) {
            return work -> {
                throw sneaky(failure);
            };
        }

        /** Carries the operation out, and throws. */
        static StoreFault doneAndFailing(Throwable failure) {
            return work -> {
                Object unused = work.get();
                throw sneaky(failure);
            };
        }

        static StoreFault first(Runnable deed) {
            return work -> {
                deed.run();
                return work.get();
            };
        }
    }

    public FaultyStore() {
        this(new InMemoryTokenStore());
    }

    public FaultyStore(TokenStore good) {
        this.good = good;
    }

    /** Replaces the next such operation; several calls replace one operation each. */
    public synchronized FaultyStore next(Operation operation, StoreFault trouble) {
        troubles.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(trouble);
        return this;
    }

    /** All such operations fail until {@link #recover}. */
    public void breakDown(Operation operation, Throwable failure) {
        every(operation, StoreFault.failing(failure));
    }

    /** Replaces all such operations until {@link #recover}. */
    public synchronized void every(Operation operation, StoreFault trouble) {
        outages.put(operation, trouble);
    }

    public synchronized void recover() {
        outages.clear();
    }

    /** The number of such operations so far. */
    public synchronized int count(Operation operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** Waits until the store has changed since this thread last loaded from it, as a client does between two loads. */
    public synchronized void awaitChange() throws InterruptedException {
        while (changes == seen.get()) {
            wait();
        }
    }

    @Override
    public StoredGrant load(GrantKey grant) {
        return (StoredGrant) carriedOut(Operation.LOAD, () -> {
            synchronized (this) {
                seen.set(changes);
            }
            return good.load(grant);
        });
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        return (Boolean) carriedOut(Operation.WRITE, () -> {
            boolean written = good.compareAndSet(grant, expectedVersion, next);
            if (written) {
                changed();
            }
            return written;
        });
    }

    @Override
    public void delete(GrantKey grant) {
        carriedOut(Operation.DELETE, () -> {
            good.delete(grant);
            changed();
            return true;
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<StoredUser> list(String contractId, String after, int limit) {
        return (List<StoredUser>) carriedOut(Operation.LIST, () -> good.list(contractId, after, limit));
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    private Object carriedOut(Operation operation, Supplier<Object> work) {
        return next(operation).around(work);
    }

    private synchronized StoreFault next(Operation operation) {
        counts.merge(operation, 1, Integer::sum);
        Deque<StoreFault> ordered = troubles.get(operation);
        if (ordered != null && !ordered.isEmpty()) {
            return ordered.poll();
        }
        return outages.getOrDefault(operation, StoreFault.NONE);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
