package me.digi.client.internal.auth;

import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.ApiException;
import org.jspecify.annotations.Nullable;

/** Fills in a {@link TokenStatus}: what is known of a pair, a verdict and a failure, each if there is one. */
public final class StatusReport {
    private StatusReport() {}

    /** The status, but for what only the caller knows. */
    public static TokenStatus.Builder of(
            @Nullable UserAccessToken pair, @Nullable Reauthorize verdict, @Nullable RuntimeException failure) {
        TokenStatus.Builder status = TokenStatus.builder();
        status.reauthorize(verdict).lastError(failure == null ? null : failure.getMessage());
        if (pair != null) {
            status.accessTokenExpiresAt(pair.accessToken().expiresAt())
                    .refreshTokenExpiresAt(pair.refreshToken().expiresAt());
        }
        if (failure instanceof ApiException refusal) {
            status.lastErrorCode(refusal.code()).lastErrorReference(refusal.reference());
        } else if (verdict != null) {
            status.lastErrorCode(verdict.code()).lastErrorReference(verdict.reference());
        }
        return status;
    }
}
