package me.digi.client.internal.api;

import java.util.Objects;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.oauth.StoredUsers;
import me.digi.client.internal.token.Grants;
import me.digi.client.keepalive.KeepAliveListener;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** For one thread at a time. */
final class PreparedKeepAlive implements KeepAliveRequest {
    private static final int MAX_RATE = 10_000;
    private static final int MAX_PARALLELISM = 256;

    private final Grants grants;
    private final Host host;
    private final Lifetime lifetime;
    private final ContractDetails contract;
    private final Function<@Nullable String, StoredUsers> stored;
    private int rate = 10;
    private int parallelism = 4;
    private String startAfter;
    private KeepAliveListener listener = progress -> {};

    /**
     * A sweep with the default settings.
     *
     * @param stored returns the stored users after a key, or all of them
     * @param startAfter a random key
     */
    PreparedKeepAlive(
            Grants grants,
            Host host,
            Lifetime lifetime,
            ContractDetails contract,
            Function<@Nullable String, StoredUsers> stored,
            String startAfter) {
        this.grants = grants;
        this.host = host;
        this.lifetime = lifetime;
        this.contract = contract;
        this.stored = stored;
        this.startAfter = startAfter;
    }

    @Override
    public KeepAliveRequest rate(int refreshesPerSecond) {
        rate = range("rate", refreshesPerSecond, MAX_RATE);
        return this;
    }

    @Override
    public KeepAliveRequest parallelism(int refreshes) {
        parallelism = range("parallelism", refreshes, MAX_PARALLELISM);
        return this;
    }

    private static int range(String field, int value, int highest) {
        if (value < 1 || value > highest) {
            throw new IllegalArgumentException(field + " must be from 1 to " + highest + ": " + value);
        }
        return value;
    }

    @Override
    public KeepAliveRequest startAfter(String userKey) {
        startAfter = new GrantKey(contract.contractId(), userKey).userKey();
        return this;
    }

    @Override
    public KeepAliveRequest listener(KeepAliveListener newListener) {
        listener = Objects.requireNonNull(newListener, "listener");
        return this;
    }

    @Override
    public KeepAliveRun start() {
        return new RunningKeepAlive(
                        grants,
                        host,
                        lifetime,
                        contract,
                        stored,
                        startAfter,
                        new SweepResults(listener),
                        rate,
                        parallelism)
                .start();
    }
}
