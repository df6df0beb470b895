package me.digi.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;

/** Stops for ever at a moment of the first refresh, so that its process can be killed there; and says so. */
final class HoldingStore implements TokenStore {
    private final TokenStore store;
    private final Moment moment;
    private final Consumer<String> said;
    private final AtomicInteger leases = new AtomicInteger();

    /** A moment of a refresh, which writes the lease, perhaps renews it, and writes the new pair. */
    enum Moment {
        NEVER,
        /** The lease is written, and nothing is sent. */
        LEASED,
        /** The server has given the new pair, and it is not written. */
        REFRESHED,
        /** The new pair is written, and not used. */
        STORED
    }

    HoldingStore(TokenStore store, Moment moment, Consumer<String> said) {
        this.store = store;
        this.moment = moment;
        this.said = said;
    }

    @Override
    public StoredGrant load(GrantKey grant) {
        return store.load(grant);
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        boolean isLease = next.content().contains("\"lease\"");
        boolean isFirstLease = isLease && leases.incrementAndGet() == 1;
        if (!isLease && moment == Moment.REFRESHED) {
            hold();
        }
        boolean isWritten = store.compareAndSet(grant, expectedVersion, next);
        if ((isFirstLease && moment == Moment.LEASED) || (!isLease && moment == Moment.STORED)) {
            hold();
        }
        return isWritten;
    }

    @Override
    public void delete(GrantKey grant) {
        store.delete(grant);
    }

    private void hold() {
        said.accept("holding");
        Gate.await(new CountDownLatch(1));
    }
}
