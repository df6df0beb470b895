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
    /** How many deleted users have grants that can still be looked at. */
    private static final int DELETED = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Lifetimes lifetimes;
    private final RandomText random;
    private final Changes changes = new Changes();
    private final Contracts contracts;
    private final Users users;
    private final Consents consents;
    private final Codes codes;
    private final Grants grants;
    private final References references;
    private final ReadSessions sessions;
    private final Storages storages;
    private final Deque<User> deleted = new ArrayDeque<>();
    private final Catalogue catalogue = new Catalogue();
    private final Blobs blobs;
    private final Nonces nonces = new Nonces();

    /**
     * An empty world.
     *
     * @param seed makes all ids and tokens predictable; null for random ones
     * @param blobs where uploads are kept
     */
    public World(String applicationId, Clock clock, Lifetimes lifetimes, @Nullable String seed, Blobs blobs) {
        this.clock = clock;
        this.lifetimes = lifetimes;
        this.blobs = blobs;
        random = new RandomText(seed, "ids");
        contracts = new Contracts(applicationId, changes);
        users = new Users(random, changes);
        consents = new Consents(random);
        codes = new Codes(random);
        grants = new Grants(random, changes);
        references = new References(random);
        sessions = new ReadSessions(random);
        storages = new Storages(random, changes);
    }

    /** Runs the work alone, and saves what it has changed. */
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

    /** Runs a change alone, and saves it. */
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

    public RandomText random() {
        return random;
    }

    public Contracts contracts() {
        return contracts;
    }

    public Users users() {
        return users;
    }

    public Consents consents() {
        return consents;
    }

    public Codes codes() {
        return codes;
    }

    public Grants grants() {
        return grants;
    }

    public References references() {
        return references;
    }

    public ReadSessions sessions() {
        return sessions;
    }

    public Storages storages() {
        return storages;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** A new account at that source, which need not be in the catalogue. */
    public Map<String, Object> account(long sourceId, boolean sample) {
        JsonView source = catalogue.source(sourceId);
        return SampleAccounts.ofSource(
                random, now(), sourceId, source == null ? "Source " + sourceId : source.text("name"), sample);
    }

    public Changes changes() {
        return changes;
    }

    /** Deletes a user with everything that belongs to them. Every token of theirs is invalid from now on. */
    public void delete(User user) {
        grants.revoke(user, now());
        deleted.addLast(user);
        if (deleted.size() > DELETED) {
            grants.forget(deleted.removeFirst());
        }
        storages.deleteOf(user);
        users.delete(user);
    }

    /** Needs no lock. */
    public Blobs blobs() {
        return blobs;
    }

    public Nonces nonces() {
        return nonces;
    }
}
