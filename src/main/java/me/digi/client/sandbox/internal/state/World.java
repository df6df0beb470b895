package me.digi.client.sandbox.internal.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** The state of the sandbox. Use it only within {@link #locked}. */
public final class World {
    /** How many deleted users keep their grants, to be inspected. */
    private static final int DELETED = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Lifetimes lifetimes;
    private final RandomText random;
    private final Changes changes = new Changes();
    private final Contracts contracts;
    private final Users users;
    private final Map<String, Consent> consents = new Newest<>();
    private final Map<String, AuthorizationCode> codes = new Newest<>();
    private final Grants grants;
    private final Map<String, Reference> references = new Newest<>();
    private final Map<String, ReadSession> sessions = new Newest<>();
    private final Storages storages;
    private final Deque<User> deleted = new ArrayDeque<>();
    private final Catalogue catalogue = new Catalogue();
    private final Blobs blobs;
    private final Nonces nonces = new Nonces();

    /**
     * Creates an empty world.
     *
     * @param seed makes all ids and tokens predictable; null for random ones
     * @param blobs stores uploads
     */
    public World(String applicationId, Clock clock, Lifetimes lifetimes, @Nullable String seed, Blobs blobs) {
        this.clock = clock;
        this.lifetimes = lifetimes;
        this.blobs = blobs;
        random = new RandomText(seed, "ids");
        contracts = new Contracts(applicationId, changes);
        users = new Users(random, changes);
        grants = new Grants(random, changes);
        storages = new Storages(random, changes);
    }

    /** Runs the work within the lock, and saves its changes. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            try {
                if (lock.getHoldCount() == 1) {
                    changes.save();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** As {@link #locked}, without a result. */
    public void change(Runnable work) {
        locked(() -> {
            work.run();
            return this;
        });
    }

    public Instant now() {
        return clock.instant();
    }

    public Lifetimes lifetimes() {
        return lifetimes;
    }

    public Contracts contracts() {
        return contracts;
    }

    public Users users() {
        return users;
    }

    /** By pre-authorization code or reference code. */
    public Map<String, Consent> consents() {
        return consents;
    }

    /** By value, including those that were used. */
    public Map<String, AuthorizationCode> codes() {
        return codes;
    }

    public Grants grants() {
        return grants;
    }

    /** By id. */
    public Map<String, Reference> references() {
        return references;
    }

    /** By key, including those that have expired. */
    public Map<String, ReadSession> sessions() {
        return sessions;
    }

    public Storages storages() {
        return storages;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Consent startConsent(Consent.Purpose purpose, Contract contract, Consent.Terms terms) {
        Consent.Session session = new Consent.Session(newSessionKey(), now().plus(lifetimes.session()));
        Consent consent = new Consent(random.next(24), purpose, contract, terms, session);
        consents.put(consent.code(), consent);
        return consent;
    }

    public String newSessionKey() {
        return random.next(24);
    }

    /** Issues an authorization code, and returns its value. */
    public String issueCode(Consent consent, User user) {
        String value = random.next(24);
        codes.put(value, new AuthorizationCode(consent, user, now().plus(lifetimes.code())));
        return value;
    }

    /** Stores a reference, and returns its id. */
    public String createReference(Reference reference) {
        String id = random.next(18);
        references.put(id, reference);
        return id;
    }

    /** Creates an account at a source, which need not be in the catalogue. */
    public Map<String, Object> account(long sourceId, boolean sample) {
        JsonView source = catalogue.source(sourceId);
        return SampleAccounts.ofSource(
                random, now(), sourceId, source == null ? "Source " + sourceId : source.text("name"), sample);
    }

    public Changes changes() {
        return changes;
    }

    /** Deletes a user with all data; all their tokens become invalid. */
    public void delete(User user) {
        grants.revoke(user, now());
        deleted.addLast(user);
        if (deleted.size() > DELETED) {
            grants.forget(deleted.removeFirst());
        }
        storages.deleteOf(user);
        users.delete(user);
    }

    /** Can be used without the lock. */
    public Blobs blobs() {
        return blobs;
    }

    public Nonces nonces() {
        return nonces;
    }
}
