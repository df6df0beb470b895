package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import me.digi.client.sandbox.SyncScript;
import org.jspecify.annotations.Nullable;

/** All sessions, also those that have expired. */
public final class ReadSessions {
    private final RandomText random;
    private final Map<String, ReadSession> byKey = new HashMap<>();

    ReadSessions(RandomText random) {
        this.random = random;
    }

    /** A new session. */
    public ReadSession open(User user, Contract contract, Instant expiresAt, SyncScript script) {
        return open(random.next(24), user, contract, expiresAt, script);
    }

    /** A session whose key was given out before the user was known. */
    public ReadSession open(String key, User user, Contract contract, Instant expiresAt, SyncScript script) {
        ReadSession session = new ReadSession(key, user, contract, expiresAt, script);
        byKey.put(key, session);
        return session;
    }

    public @Nullable ReadSession byKey(String key) {
        return byKey.get(key);
    }
}
