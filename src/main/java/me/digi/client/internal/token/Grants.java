package me.digi.client.internal.token;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.RefreshEndpoint;
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
    private final Flights flights;
    private final UnsavedGrants unsaved = new UnsavedGrants();
    private final Map<GrantKey, Entry> grants = new ConcurrentHashMap<>();
    private final ReferenceQueue<Grant> forgotten = new ReferenceQueue<>();

    /** Those whose pair did not say whose it was when it was first seen; a later one may. */
    private final Set<GrantKey> nameless = ConcurrentHashMap.newKeySet();

    /** What every grant works with. */
    public record Parts(
            TokenStore store,
            RefreshEndpoint endpoint,
            Clock clock,
            Sleeper sleeper,
            TokenPolicy policy,
            Notifications notifications,
            String holder) {}

    /** Grants that are kept in this store and refreshed at this endpoint. */
    public Grants(Parts parts) {
        this(parts, new Flights());
    }

    Grants(Parts parts, Flights flights) {
        this.parts = parts;
        this.flights = flights;
    }

    /** The grant of a user whom the application names, whose pair the store has. */
    public Grant stored(ContractDetails contract, String userKey) {
        return grant(contract, new GrantKey(contract.contractId(), userKey));
    }

    /** The grant of a user whom the application names, with a pair that it has. */
    public Grant adopted(ContractDetails contract, String userKey, UserAccessToken token) {
        Grant grant = grant(contract, new GrantKey(contract.contractId(), userKey));
        grant.adopt(token);
        return grant;
    }

    /** The grant that a pair belongs to. */
    public Grant adopted(ContractDetails contract, UserAccessToken token) {
        return adopted(contract, userKey(contract, token), token);
    }

    /**
     * Waits for the refreshes that are under way, as their answers hold what cannot be had again, and tries once more to
     * store what is in memory alone.
     */
    @Override
    public void close() {
        flights.close();
        unsaved.saveNow();
    }

    /** What digi.me calls the user; if it has not said, a name made of the first pair that was seen. */
    private String userKey(ContractDetails contract, UserAccessToken token) {
        GrantKey known = isKept(contract, token.userId()) ? null : namelessKey(contract, token);
        if (known != null) {
            return known.userKey();
        }
        if (token.userId() != null) {
            return token.userId();
        }
        String name = token.consentId() != null ? "consent:" + token.consentId() : "token:" + Fingerprint.of(token);
        nameless.add(new GrantKey(contract.contractId(), name));
        return name;
    }

    private boolean isKept(ContractDetails contract, @Nullable String userId) {
        return userId != null && grants.containsKey(new GrantKey(contract.contractId(), userId));
    }

    /** Under which name this pair's grant is known already, before it is known whose it is. */
    private @Nullable GrantKey namelessKey(ContractDetails contract, UserAccessToken token) {
        for (GrantKey key : nameless) {
            Entry entry = grants.get(key);
            Grant grant = entry == null ? null : entry.get();
            if (grant != null && key.contractId().equals(contract.contractId()) && grant.knows(token)) {
                return key;
            }
        }
        return null;
    }

    private Grant grant(ContractDetails contract, GrantKey key) {
        purge();
        while (true) {
            Entry entry =
                    grants.computeIfAbsent(key, absent -> new Entry(absent, newGrant(contract, absent), forgotten));
            Grant grant = entry.get();
            if (grant != null) {
                grant.actUnder(contract);
                return grant;
            }
            grants.remove(key, entry);
        }
    }

    private Grant newGrant(ContractDetails contract, GrantKey key) {
        GrantContext context = new GrantContext(
                key,
                parts.endpoint(),
                new GrantRecords(parts.store(), key),
                parts.clock(),
                flights.untilClosed(parts.sleeper()),
                parts.policy(),
                parts.notifications(),
                parts.holder());
        return new Grant(context, contract, flights, unsaved);
    }

    private void purge() {
        for (Object gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            Entry entry = (Entry) gone;
            if (grants.remove(entry.key, entry)) {
                nameless.remove(entry.key);
            }
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
