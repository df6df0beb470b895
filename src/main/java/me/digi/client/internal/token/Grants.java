package me.digi.client.internal.token;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** How many grants are held though nobody uses them just now: their records need not be loaded again. */
    private static final int RECENT = 4096;

    private static final int PURGE_EVERY = 1024;

    private final TokenStore tokenStore;
    private final TokenServer server;
    private final Host host;
    private final TokenPolicy policy;
    private final Consumer<TokenEvent> events;
    private final Map<GrantKey, WeakReference<Grant>> grants = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Grant> recent = new AtomicReferenceArray<>(RECENT);
    private final AtomicInteger added = new AtomicInteger();
    /** Held here, so that nothing that is only in memory is let go. */
    private final Set<Grant> unsaved = ConcurrentHashMap.newKeySet();

    /** Grants that are kept in this store and refreshed at this server. */
    public Grants(TokenStore store, TokenServer server, Host host, TokenPolicy policy, Consumer<TokenEvent> events) {
        this.tokenStore = store;
        this.server = server;
        this.host = host;
        this.policy = policy;
        this.events = events;
    }

    /** The grant of a user by the application's name for them. */
    public Grant of(ContractDetails contract, String userKey) {
        GrantKey key = new GrantKey(contract.contractId(), userKey);
        while (true) {
            WeakReference<Grant> reference = grants.computeIfAbsent(key, absent -> newGrant(contract, absent));
            Grant grant = reference.get();
            if (grant != null) {
                grant.actUnder(contract);
                recent.set(key.hashCode() & (RECENT - 1), grant);
                return grant;
            }
            grants.remove(key, reference);
        }
    }

    private WeakReference<Grant> newGrant(ContractDetails contract, GrantKey key) {
        if (added.incrementAndGet() % PURGE_EVERY == 0) {
            host.execute(() -> grants.values().removeIf(reference -> reference.get() == null));
        }
        return new WeakReference<>(new Grant(this, key, contract));
    }

    /** Tries once more to store what is only in memory. */
    @Override
    public void close() {
        unsaved.forEach(Grants::saveQuietly);
    }

    /** Keeps trying to save for as long as something is only in memory: others wait for it. */
    void unsavedChanged(Grant grant, boolean isUnsaved) {
        if (isUnsaved && unsaved.add(grant)) {
            host.after(policy.retry(), () -> retrySaving(grant));
        } else if (!isUnsaved) {
            unsaved.remove(grant);
        }
    }

    private void retrySaving(Grant grant) {
        saveQuietly(grant);
        if (unsaved.contains(grant)) {
            host.after(policy.retry(), () -> retrySaving(grant));
        }
    }

    /** The listener was told when it could not be saved for the first time. */
    private static void saveQuietly(Grant grant) {
        try {
            grant.save();
        } catch (DigiMeException stillUnsaved) {
            return;
        }
    }

    GrantStore storeOf(GrantKey key, Runnable unsavedChanged) {
        return new GrantStore(new GrantRow(tokenStore, key), host, policy, events, unsavedChanged);
    }

    TokenServer server() {
        return server;
    }

    Host host() {
        return host;
    }

    TokenPolicy policy() {
        return policy;
    }

    void tell(TokenEvent event) {
        events.accept(event);
    }
}
