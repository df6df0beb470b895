package me.digi.client.internal.token;

import java.time.Instant;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ApiException;
import me.digi.client.store.GrantKey;

/** What there is to say of a grant to somebody who wonders why a user was logged out. */
final class StatusReport {
    private StatusReport() {}

    /**
     * The report.
     *
     * @param stored the record in the store, which others may have written since this client looked at it last
     */
    static TokenStatus of(GrantKey grant, View view, Snapshot stored, Instant now) {
        TokenStatus.Builder status = TokenStatus.builder()
                .grant(grant)
                .state(state(view, stored, now))
                .accessTokenExpiresAt(view.state().token().accessToken().expiresAt())
                .refreshTokenExpiresAt(view.state().token().refreshToken().expiresAt())
                .lastAttemptAt(view.lastAttemptAt())
                .reauthorize(view.verdict())
                .storeVersion(stored.version());
        if (view.verdict() != null) {
            status.lastErrorCode(view.verdict().code())
                    .lastErrorReference(view.verdict().reference());
        }
        if (view.lastFailure() != null) {
            status.lastError(view.lastFailure().getMessage());
        }
        if (view.lastFailure() instanceof ApiException refusal) {
            status.lastErrorCode(refusal.code()).lastErrorReference(refusal.reference());
        }
        return status.build();
    }

    private static State state(View view, Snapshot stored, Instant now) {
        if (view.verdict() != null) {
            return State.REAUTHORIZE;
        }
        if (view.unsaved() != null) {
            return State.UNSAVED;
        }
        if (stored.state().attempt() != null) {
            return State.IN_DOUBT;
        }
        return switch (view.state().freshness(now)) {
            case FRESH -> State.FRESH;
            case STALE -> State.STALE;
            case EXPIRED -> State.EXPIRED;
        };
    }
}
