package me.digi.client.internal.oauth;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TokenStatus}. */
public final class StatusReport {
    private StatusReport() {}

    /** The error code is the failure's, else the verdict's. */
    public static TokenStatus of(
            GrantKey grant,
            TokenStatus.State state,
            @Nullable UserAccessToken pair,
            @Nullable Reauthorize verdict,
            @Nullable RuntimeException failure,
            @Nullable Instant lastAttemptAt,
            long storeVersion) {
        ErrorCode code = verdict == null ? null : verdict.code();
        String reference = verdict == null ? null : verdict.reference();
        if (failure instanceof ApiException refusal) {
            code = refusal.code();
            reference = refusal.reference();
        }
        return new TokenStatus(
                grant,
                state,
                pair == null ? null : pair.accessToken().expiresAt(),
                pair == null ? null : pair.refreshToken().expiresAt(),
                lastAttemptAt,
                code,
                reference,
                failure == null ? null : failure.getMessage(),
                verdict,
                storeVersion);
    }
}
