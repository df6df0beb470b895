package me.digi.client.internal.token;

/** Brings a new pair into the store, whatever else was written meanwhile, and never an older pair over a newer one. */
final class GrantWriter {
    private final GrantRecords records;

    GrantWriter(GrantRecords records) {
        this.records = records;
    }

    /**
     * Writes the state.
     *
     * @param seenVersion the version that the state was made from
     * @return what is stored now: this state, or a newer one
     */
    Snapshot write(long seenVersion, GrantState next) {
        long seen = seenVersion;
        while (true) {
            Snapshot written = records.write(seen, next);
            if (written != null) {
                return written;
            }
            Snapshot stored = records.load();
            if (stored != null && !next.hasSuperseded(stored.state().token()) && !isOlder(stored.state(), next)) {
                return stored;
            }
            seen = stored == null ? Snapshot.NONE : stored.version();
        }
    }

    private static boolean isOlder(GrantState stored, GrantState next) {
        return stored.token()
                .accessToken()
                .expiresAt()
                .isBefore(next.token().accessToken().expiresAt());
    }
}
