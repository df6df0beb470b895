package me.digi.client.sandbox.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers nonces for as long as their timestamps are accepted, and at most the newest 100,000, since the clock may
 * stand still.
 */
public final class Nonces {
    private static final int LIMIT = 100_000;

    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Nonces() {}

    /**
     * Adds a nonce, and returns false if it was used before.
     *
     * @param window how far a timestamp may be from the clock, either way
     */
    public boolean add(String nonce, Instant now, Duration window) {
        if (seen.containsKey(nonce)) {
            return false;
        }
        seen.put(nonce, now);
        Instant longAgo = now.minus(window.multipliedBy(2));
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext() && (oldest.next().isBefore(longAgo) || seen.size() > LIMIT)) {
            oldest.remove();
        }
        return true;
    }
}
