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

/** A good store with whatever trouble a test orders, and with somebody to ask when it changes. */
public final class TroubledStore implements TokenStore {
    private final TokenStore good;
    private final Map<Operation, Deque<Trouble>> troubles = new EnumMap<>(Operation.class);
    private final Map<Operation, Trouble> outages = new EnumMap<>(Operation.class);
    private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
    private final ThreadLocal<Integer> seen = ThreadLocal.withInitial(() -> 0);
    private int changes;

    /** What happens in place of an operation, which the test may carry out itself, or let go on. */
    public interface Trouble {
        /** Nothing happens: the operation goes on. */
        Trouble NONE = work -> work.get();

        Object around(Supplier<Object> work);

        static Trouble failing(Throwable failure) {
            return work -> {
                throw sneaky(failure);
            };
        }

        /** The work is done, and its response lost. */
        static Trouble doneAndFailing(Throwable failure) {
            return work -> {
                Object unused = work.get();
                throw sneaky(failure);
            };
        }

        static Trouble first(Runnable deed) {
            return work -> {
                deed.run();
                return work.get();
            };
        }
    }

    public TroubledStore() {
        this(new InMemoryTokenStore());
    }

    public TroubledStore(TokenStore good) {
        this.good = good;
    }

    /** What happens with the next such operation; several orders are met one by one. */
    public synchronized TroubledStore next(Operation operation, Trouble trouble) {
        troubles.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(trouble);
        return this;
    }

    /** Such operations fail until {@link #recover}. */
    public void breakDown(Operation operation, Throwable failure) {
        every(operation, Trouble.failing(failure));
    }

    /** The same trouble with each such operation until {@link #recover}. */
    public synchronized void every(Operation operation, Trouble trouble) {
        outages.put(operation, trouble);
    }

    public synchronized void recover() {
        outages.clear();
    }

    /** How often it was asked. */
    public synchronized int count(Operation operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** Waits until the store has changed since this thread last read it: what a client waits for between two looks. */
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

    private synchronized Trouble next(Operation operation) {
        counts.merge(operation, 1, Integer::sum);
        Deque<Trouble> ordered = troubles.get(operation);
        if (ordered != null && !ordered.isEmpty()) {
            return ordered.poll();
        }
        return outages.getOrDefault(operation, Trouble.NONE);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
