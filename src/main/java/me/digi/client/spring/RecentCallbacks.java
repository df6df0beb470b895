package me.digi.client.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last callbacks of this process. A session does not tell whether a consent was used a moment ago: with Spring Session,
 * each request has a copy of its own.
 */
final class RecentCallbacks {
    private static final int MOST = 1000;

    private final Map<String, Callback> byConsent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Callback> eldest) {
            return size() > MOST;
        }
    };

    /** The callback of the consent with this unique name. */
    synchronized Callback of(String consent) {
        return byConsent.computeIfAbsent(consent, unused -> new Callback());
    }

    /** Where a callback has led to. Guarded by itself. */
    static final class Callback {
        @Nullable
        String target;
    }
}
