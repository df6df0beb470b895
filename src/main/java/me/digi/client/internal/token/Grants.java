package me.digi.client.internal.token;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.io.WeakCache;
import me.digi.client.internal.oauth.GuardedStore;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.store.GrantKey;
import me.digi.client.store.TokenStore;

/** The grants of a client, one object each. Safe for use by many threads. */
public final class Grants implements AutoCloseable {
    final TokenStore store;
    final TokenServer server;
    final Host host;
    final TokenPolicy policy;
    final Consumer<TokenEvent> events;
    private final WeakCache<GrantKey, Grant> grants = new WeakCache<>();
    /** Keeps unsaved grants from being collected. */
    private final Set<Grant> unsaved = ConcurrentHashMap.newKeySet();

    public Grants(TokenStore store, TokenServer server, Host host, TokenPolicy policy, Consumer<TokenEvent> events) {
        this.store = new GuardedStore(store);
        this.server = server;
        this.host = host;
        this.policy = policy;
        this.events = events;
    }

    public Grant of(ContractDetails contract, String userKey) {
        Grant grant = grants.get(new GrantKey(contract.contractId(), userKey), key -> new Grant(this, key, contract));
        grant.useContract(contract);
        return grant;
    }

    /** Retries saving what is only in memory. */
    @Override
    public void close() {
        unsaved.forEach(Grants::save);
    }

    /** Retries saving while something is only in memory, since others may wait for it. */
    void unsavedChanged(Grant grant, boolean isUnsaved) {
        if (!isUnsaved) {
            unsaved.remove(grant);
        } else if (unsaved.add(grant)) {
            host.after(policy.retry(), () -> retrySaving(grant));
        }
    }

    private void retrySaving(Grant grant) {
        save(grant);
        if (unsaved.contains(grant)) {
            host.after(policy.retry(), () -> retrySaving(grant));
        }
    }

    private static void save(Grant grant) {
        try {
            grant.store.save();
        } catch (DigiMeException stillUnsaved) {
            // The first failure was reported.
            return;
        }
    }
}
