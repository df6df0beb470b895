package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest sessions, including those that have expired. */
public final class ReadSessions {
    private final RandomText random;
    private final Map<String, ReadSession> byKey = new Newest<>();

    ReadSessions(RandomText random) {
        this.random = random;
    }

    /** A new session. */
    public ReadSession open(User user, Contract contract, Instant expiresAt, SessionPlan plan) {
        return open(random.next(24), user, contract, expiresAt, plan);
    }

    /** A session whose key was given out before the user was known. */
    public ReadSession open(String key, User user, Contract contract, Instant expiresAt, SessionPlan plan) {
        ReadSession session = new ReadSession(key, user, contract, expiresAt, plan);
        byKey.put(key, session);
        return session;
    }

    public @Nullable ReadSession byKey(String key) {
        return byKey.get(key);
    }
}
