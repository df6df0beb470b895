package me.digi.client.internal.token;

import java.time.Instant;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ApiException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** What there is to say of a grant to somebody who wonders why a user was logged out. */
final class StatusReport {
    private StatusReport() {}

    /**
     * The report.
     *
     * @param stored the record in the store, if it could be read, which others may have written since
     * @param storeFailure why it could not
     */
    static TokenStatus of(
            GrantKey grant,
            View view,
            @Nullable Snapshot stored,
            @Nullable TokenStoreException storeFailure,
            Instant now) {
        Refusal refusal = view.state().refusal();
        TokenStatus.Builder status = TokenStatus.builder()
                .grant(grant)
                .state(state(view, now))
                .accessTokenExpiresAt(view.state().token().accessToken().expiresAt())
                .refreshTokenExpiresAt(view.state().token().refreshToken().expiresAt())
                .lastAttemptAt(view.lastAttemptAt())
                .lastError(lastError(view, storeFailure))
                .reauthorize(refusal == null ? null : refusal.verdict())
                .storeVersion(stored == null ? view.snapshot().version() : stored.version());
        if (refusal != null) {
            status.lastErrorCode(refusal.verdict().code())
                    .lastErrorReference(refusal.verdict().reference());
        }
        if (view.lastFailure() instanceof ApiException trouble) {
            status.lastErrorCode(trouble.code()).lastErrorReference(trouble.reference());
        }
        return status.build();
    }

    private static @Nullable String lastError(View view, @Nullable TokenStoreException storeFailure) {
        RuntimeException last = view.unsaved() != null ? view.unsaved() : view.lastFailure();
        RuntimeException shown = last != null ? last : storeFailure;
        return shown == null ? null : shown.getMessage();
    }

    private static State state(View view, Instant now) {
        GrantState state = view.state();
        if (state.refusal() != null) {
            return State.REAUTHORIZE;
        }
        if (view.unsaved() != null) {
            return State.UNSAVED;
        }
        // While it is leased, somebody is at it; what nobody is at is in doubt.
        if (state.attempt() != null && !state.attempt().isLeasedAt(now)) {
            return State.IN_DOUBT;
        }
        return switch (state.freshness(now)) {
            case FRESH -> State.FRESH;
            case STALE -> State.STALE;
            case EXPIRED -> State.EXPIRED;
        };
    }
}
