package me.digi.client.diagnostics;

import java.time.Instant;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ErrorCode;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/**
 * The state of a user's token, and why the last refresh failed. Contains no secrets. For tests, use
 * {@code SandboxValues.tokenStatus} of the sandbox jar.
 *
 * @param grant the user and contract
 * @param accessTokenExpiresAt null if unknown
 * @param refreshTokenExpiresAt as received from digi.me; null if unknown
 * @param lastAttemptAt when this client last started a refresh, or null
 * @param lastErrorCode digi.me's error code for the last refresh, or null
 * @param lastErrorReference identifies that error to digi.me's support, or null
 * @param lastError the message of the last refresh's or store's failure, or null
 * @param reauthorize why the user has to consent again, in state {@link State#REAUTHORIZE}; otherwise null
 * @param storeVersion the version of the stored record
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
    public TokenStatus {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(state, "state");
    }

    /** If several apply, the first of {@code REAUTHORIZE}, {@code UNSAVED} and {@code IN_DOUBT}. */
    public enum State {
        /** Valid. */
        FRESH,
        /** Valid; due for a background refresh. */
        STALE,
        /** Expired: the next call refreshes first. */
        EXPIRED,
        /** A refresh or sign-in has no verifiable response; the next call retries. */
        IN_DOUBT,
        /** Only in memory, because the store failed: lost with this process. */
        UNSAVED,
        /** digi.me refused the refresh token: the user has to consent again. */
        REAUTHORIZE
    }
}
