package me.digi.client.internal.api;

import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.io.Require;
import me.digi.client.keepalive.KeepAliveListener;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.store.GrantKey;

/** For one thread at a time. */
final class PreparedKeepAlive implements KeepAliveRequest {
    private static final int MAX_RATE = 10_000;
    private static final int MAX_PARALLELISM = 256;

    private final ClientParts parts;
    private final ContractDetails contract;
    private int rate = 10;
    private int parallelism = 4;
    private String startAfter;
    private KeepAliveListener listener = progress -> {};

    /**
     * A sweep with the default settings.
     *
     * @param startAfter a random key
     */
    PreparedKeepAlive(ClientParts parts, ContractDetails contract, String startAfter) {
        this.parts = parts;
        this.contract = contract;
        this.startAfter = startAfter;
    }

    @Override
    public KeepAliveRequest rate(int refreshesPerSecond) {
        rate = (int) Require.range("rate", refreshesPerSecond, 1, MAX_RATE);
        return this;
    }

    @Override
    public KeepAliveRequest parallelism(int refreshes) {
        parallelism = (int) Require.range("parallelism", refreshes, 1, MAX_PARALLELISM);
        return this;
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
        return new RunningKeepAlive(parts, contract, startAfter, new SweepResults(listener), rate, parallelism).start();
    }
}
