package me.digi.client.internal.token;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What this client knows of a grant.
 *
 * @param record what is stored, and what ought to be
 * @param version the version of the row that the record is based on, or {@link #NOT_STORED}
 * @param unsaved why a part of the record is only in memory, or null if all of it is stored
 * @param isExchanged whether the unsaved part is a sign-in, which is newer than whatever is stored
 */
record View(
        @Nullable GrantRecord record,
        long version,
        @Nullable TokenStoreException unsaved,
        boolean isExchanged) {
    /** The version of a record that no row holds yet. */
    static final long NOT_STORED = 0;

    /** A row that does not exist, or cannot be read. */
    static View blank(long version) {
        return new View(null, version, null, false);
    }

    static View stored(GrantRecord record, long version) {
        return new View(record, version, null, false);
    }

    /** The record, where there is one. */
    GrantRecord known() {
        if (record == null) {
            throw new IllegalStateException("a blank row");
        }
        return record;
    }

    boolean holds(@Nullable UserAccessToken pair) {
        return record != null && pair != null && record.holds(pair);
    }
}
