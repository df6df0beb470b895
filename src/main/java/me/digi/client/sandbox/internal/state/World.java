package me.digi.client.sandbox.internal.state;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All that the sandbox remembers. Touch it only within {@link #locked}. */
public final class World {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Lifetimes lifetimes;
    private final RandomText random = new RandomText();
    private final Contracts contracts;
    private final Users users = new Users(random);
    private final Consents consents = new Consents(random);
    private final Codes codes = new Codes(random);
    private final Grants grants = new Grants(random);
    private final References references = new References(random);
    private final ReadSessions sessions = new ReadSessions(random);
    private final Blobs blobs = new Blobs();
    private final Nonces nonces = new Nonces();

    public World(String applicationId, Clock clock, Lifetimes lifetimes) {
        this.contracts = new Contracts(applicationId);
        this.clock = clock;
        this.lifetimes = lifetimes;
    }

    /** Does something that nothing else comes between. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
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

    /** What needs no lock. */
    public Blobs blobs() {
        return blobs;
    }

    public Nonces nonces() {
        return nonces;
    }
}
