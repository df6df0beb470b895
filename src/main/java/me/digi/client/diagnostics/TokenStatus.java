package me.digi.client.diagnostics;

import java.time.Instant;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ErrorCode;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/**
 * The state of a user's token, and why the last refresh failed. Contains no secrets. {@code SandboxValues.tokenStatus} in the
 * sandbox jar makes one for tests.
 *
 * @param grant whose token
 * @param state the state of the token
 * @param accessTokenExpiresAt when the access token expires; null if unknown
 * @param refreshTokenExpiresAt when the refresh token expires, as digi.me said when it sent it; null if unknown
 * @param lastAttemptAt when this client last started a refresh, if it has
 * @param lastErrorCode digi.me's error code for the last refresh, if it was refused
 * @param lastErrorReference the reference by which digi.me's support finds that error, if it sent one
 * @param lastError the message of the last refresh's failure, or of the store's, if there was one
 * @param reauthorize why the user has to consent again, in the state {@link State#REAUTHORIZE}
 * @param storeVersion the version of the record in the store
 */
public record TokenStatus(
        GrantKey grant,
        State state,
        @Nullable Instant accessTokenExpiresAt,
        @Nullable Instant refreshTokenExpiresAt,
        @Nullable Instant lastAttemptAt,
        @Nullable ErrorCode lastErrorCode,
        @Nullable String lastErrorReference,
        @Nullable String lastError,
        @Nullable Reauthorize reauthorize,
        long storeVersion) {
    /** Rejects a missing grant or state. */
    public TokenStatus {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(state, "state");
    }

    /** The state of a user's token; the first of {@code REAUTHORIZE}, {@code UNSAVED} and {@code IN_DOUBT} that applies. */
    public enum State {
        /** Valid. */
        FRESH,
        /** Valid, and due for a refresh in the background. */
        STALE,
        /** Expired: the next call refreshes first. */
        EXPIRED,
        /** A refresh or sign-in has no response that can be verified; the next call tries again. */
        IN_DOUBT,
        /** Only in memory, because the store failed: it would be lost with this process. */
        UNSAVED,
        /** digi.me refused the refresh token: the user has to consent again. */
        REAUTHORIZE
    }
}
