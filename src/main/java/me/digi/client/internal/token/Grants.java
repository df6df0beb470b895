package me.digi.client.internal.token;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.TokenEndpoint;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.store.GrantKey;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The grants that this client deals with: one object each, however many ask, for as long as anybody uses it. Safe for
 * use by many threads.
 */
public final class Grants implements AutoCloseable {
    private final Parts parts;
    private final Flights flights = new Flights();
    private final Map<GrantKey, Entry> grants = new ConcurrentHashMap<>();
    private final ReferenceQueue<Grant> forgotten = new ReferenceQueue<>();

    /** Grants whose newest pair is in memory alone, which nobody may forget. */
    private final Set<Grant> unsaved = ConcurrentHashMap.newKeySet();

    /** What every grant works with. */
    public record Parts(
            TokenStore store,
            TokenEndpoint endpoint,
            Clock clock,
            Sleeper sleeper,
            TokenPolicy policy,
            Notifications notifications,
            String holder) {}

    /** Grants that are kept in this store and refreshed at this endpoint. */
    public Grants(Parts parts) {
        this.parts = parts;
    }

    /** The grant of a user whom the application names, whose pair the store has. */
    public Grant stored(ContractDetails contract, String userKey) {
        return grant(contract, new GrantKey(contract.contractId(), userKey));
    }

    /** The grant of a user whom the application names, with a pair that it has. */
    public Grant adopted(ContractDetails contract, String userKey, UserAccessToken token) {
        Grant grant = stored(contract, userKey);
        grant.adopt(token);
        return grant;
    }

    /** The grant that a pair belongs to. */
    public Grant adopted(ContractDetails contract, UserAccessToken token) {
        return adopted(contract, userKey(contract, token), token);
    }

    /** Waits for the refreshes that are under way: their answers hold what cannot be had again. */
    @Override
    public void close() {
        flights.close();
    }

    /** What digi.me calls the user; if it has not said, a name made of the first pair that was seen. */
    private String userKey(ContractDetails contract, UserAccessToken token) {
        if (token.userId() != null) {
            return token.userId();
        }
        for (Map.Entry<GrantKey, Entry> known : grants.entrySet()) {
            Grant grant = known.getValue().get();
            if (grant != null && known.getKey().contractId().equals(contract.contractId()) && grant.knows(token)) {
                return known.getKey().userKey();
            }
        }
        return token.consentId() != null ? "consent:" + token.consentId() : "token:" + Fingerprint.of(token);
    }

    private Grant grant(ContractDetails contract, GrantKey key) {
        purge();
        while (true) {
            Entry entry =
                    grants.computeIfAbsent(key, absent -> new Entry(absent, newGrant(contract, absent), forgotten));
            Grant grant = entry.get();
            if (grant != null) {
                return grant;
            }
            grants.remove(key, entry);
        }
    }

    private Grant newGrant(ContractDetails contract, GrantKey key) {
        GrantContext context = new GrantContext(
                key,
                contract,
                parts.endpoint(),
                new GrantRecords(parts.store(), key),
                parts.clock(),
                parts.sleeper(),
                parts.policy(),
                parts.notifications(),
                parts.holder());
        return new Grant(context, flights, this::keepWhileUnsaved);
    }

    private void keepWhileUnsaved(Grant grant, boolean isUnsaved) {
        if (isUnsaved) {
            unsaved.add(grant);
        } else {
            unsaved.remove(grant);
        }
    }

    private void purge() {
        for (Object gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            Entry entry = (Entry) gone;
            grants.remove(entry.key, entry);
        }
    }

    private static final class Entry extends WeakReference<@Nullable Grant> {
        private final GrantKey key;

        Entry(GrantKey key, Grant grant, ReferenceQueue<? super Grant> forgotten) {
            super(grant, forgotten);
            this.key = key;
        }
    }
}
