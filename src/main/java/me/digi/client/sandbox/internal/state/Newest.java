package me.digi.client.sandbox.internal.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the newest 10,000 entries, so that a sandbox that runs for weeks does not grow. */
final class Newest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > LIMIT;
    }
}
