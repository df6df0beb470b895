package me.digi.client.internal.token;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.GrantSummary.State;

/** Says in plain what the store may show of a record. */
final class GrantSummaries {
    private GrantSummaries() {}

    static GrantSummary of(GrantRecord record) {
        UserAccessToken pair = record.pair();
        return new GrantSummary(
                stateOf(record),
                pair == null ? null : record.obtainedAt(),
                pair == null ? null : pair.refreshToken().expiresAt());
    }

    /** A lease that is left behind looks like one that is held: only watching the row tells them apart. */
    private static State stateOf(GrantRecord record) {
        if (record.refusal() != null) {
            return State.REAUTHORIZE;
        }
        if (record.lease() != null) {
            return State.REFRESHING;
        }
        return record.pair() == null || record.inDoubt() || !record.kept().isEmpty() ? State.IN_DOUBT : State.ACTIVE;
    }
}
