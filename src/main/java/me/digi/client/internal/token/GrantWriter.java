package me.digi.client.internal.token;

import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** Brings a new pair into the store, whatever else was written meanwhile, and never an older pair over a newer one. */
final class GrantWriter {
    private final GrantRecords records;

    GrantWriter(GrantRecords records) {
        this.records = records;
    }

    /**
     * Writes a pair that the server has just given. A store that fails is tried once more at once: what failed was mostly
     * one connection of it, or it has written all the same.
     *
     * @param seenVersion the version that the state was made from
     * @return what is stored now: this state, or a newer one
     * @throws GrantNotFoundException if the record was deleted meanwhile
     */
    Snapshot write(long seenVersion, GrantState next) {
        Snapshot stored;
        try {
            stored = written(seenVersion, next);
        } catch (TokenStoreException first) {
            stored = written(seenVersion, next);
        }
        if (stored == null) {
            throw new GrantNotFoundException(records.grant());
        }
        return stored;
    }

    /** Writes a pair that is in memory alone, also where there is no record any more: the store may have lost it. */
    Snapshot rescue(long seenVersion, GrantState next) {
        Snapshot stored = written(seenVersion, next);
        for (int tries = 0; stored == null && tries < GrantRecords.MOST_CONFLICTS; tries++) {
            stored = records.write(Snapshot.NONE, next);
            if (stored == null) {
                stored = written(seenVersion, next);
            }
        }
        if (stored == null) {
            throw records.tooManyConflicts();
        }
        return stored;
    }

    /** What is stored now, or null if there is no record. */
    private @Nullable Snapshot written(long seenVersion, GrantState next) {
        long seen = seenVersion;
        for (int conflicts = 0; conflicts < GrantRecords.MOST_CONFLICTS; conflicts++) {
            Snapshot written = records.write(seen, next);
            if (written != null) {
                return written;
            }
            Snapshot stored = records.load();
            if (stored == null || !next.comesAfter(stored.state())) {
                return stored;
            }
            seen = stored.version();
        }
        throw records.tooManyConflicts();
    }
}
