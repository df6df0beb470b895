package me.digi.client.internal.token;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.auth.TokenServer;
import me.digi.client.internal.values.Host;
import me.digi.client.store.GrantKey;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The grants that this client deals with: one object each, however many ask, for as long as anybody uses it. Safe for use
 * by many threads.
 */
public final class Grants implements AutoCloseable {
    /** How many grants are held though nobody uses them just now: their records need not be loaded again at once. */
    private static final int RECENT = 4096;

    final TokenStore store;
    final TokenServer server;
    final Host host;
    final TokenPolicy policy;
    final Consumer<TokenEvent> events;
    private final Map<GrantKey, WeakReference<Grant>> grants = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Grant> recent = new AtomicReferenceArray<>(RECENT);
    /** How many entries there are when those that nobody uses any more are next removed. */
    private volatile int purgeAt = RECENT;

    /** Held here, so that nothing that is only in memory is let go. */
    private final Set<Grant> unsaved = ConcurrentHashMap.newKeySet();

    /** Grants that are kept in this store and refreshed at this server; the events are told in order. */
    public Grants(TokenStore store, TokenServer server, Host host, TokenPolicy policy, Consumer<TokenEvent> events) {
        this.store = store;
        this.server = server;
        this.host = host;
        this.policy = policy;
        this.events = events;
    }

    /** The grant of a user by the application's name for them. */
    public Grant of(ContractDetails contract, String userKey) {
        GrantKey key = new GrantKey(contract.contractId(), userKey);
        if (grants.size() >= purgeAt) {
            grants.values().removeIf(reference -> reference.get() == null);
            purgeAt = Math.max(RECENT, 2 * grants.size());
        }
        while (true) {
            WeakReference<Grant> reference =
                    grants.computeIfAbsent(key, absent -> new WeakReference<>(new Grant(this, absent, contract)));
            Grant grant = reference.get();
            if (grant != null) {
                grant.actUnder(contract);
                recent.set(key.hashCode() & (RECENT - 1), grant);
                return grant;
            }
            grants.remove(key, reference);
        }
    }

    /** Tries once more to store what is only in memory. */
    @Override
    public void close() {
        unsaved.forEach(Grants::save);
    }

    /** Keeps trying to save for as long as something is only in memory: others may wait for it. */
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
            // The listener was told of the first failure.
            return;
        }
    }
}
