package me.digi.client.internal.token;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grants whose newest pair is in memory alone. They are held here, so that nobody forgets them, and whenever any grant
 * of the client is used, storing is tried again for all: their own users may not come back before the process ends.
 */
final class UnsavedGrants {
    private final Set<Grant> grants = ConcurrentHashMap.newKeySet();

    void note(Grant grant, boolean isUnsaved) {
        if (isUnsaved) {
            grants.add(grant);
        } else {
            grants.remove(grant);
        }
    }

    /** Tries again in the background, unless it has just failed. */
    void saveSoon() {
        if (!grants.isEmpty()) {
            grants.forEach(Grant::saveSoon);
        }
    }

    /** Tries again for the last time. */
    void saveNow() {
        grants.forEach(Grant::saveNow);
    }
}
