package me.digi.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.Stores;
import me.digi.client.store.TokenStore;

/** Blocks at a moment of the first refresh, so that its process can be killed there, and reports it. */
final class HoldingStore extends Stores.Wrapping {
    private final Moment moment;
    private final Consumer<String> said;
    private final AtomicInteger leases = new AtomicInteger();

    /** A moment of a refresh, which writes the lease, perhaps renews it, and writes the new pair. */
    enum Moment {
        NEVER,
        /** After the lease is written, before the request is sent. */
        LEASED,
        /** After the response, before the new pair is written. */
        REFRESHED,
        /** After the new pair is written, before it is used. */
        STORED
    }

    HoldingStore(TokenStore store, Moment moment, Consumer<String> said) {
        super(store);
        this.moment = moment;
        this.said = said;
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        boolean isLease = next.content().contains("\"lease\"");
        boolean isFirstLease = isLease && leases.incrementAndGet() == 1;
        if (!isLease && moment == Moment.REFRESHED) {
            hold();
        }
        boolean isWritten = super.compareAndSet(grant, expectedVersion, next);
        if ((isFirstLease && moment == Moment.LEASED) || (!isLease && moment == Moment.STORED)) {
            hold();
        }
        return isWritten;
    }

    private void hold() {
        said.accept("holding");
        Gate.await(new CountDownLatch(1));
    }
}
