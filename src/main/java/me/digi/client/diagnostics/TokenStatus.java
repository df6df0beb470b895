package me.digi.client.diagnostics;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.values.ValueStyle;
import me.digi.client.store.GrantKey;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The state of a user's token, and why the last refresh failed. Contains no secrets. */
@Value.Immutable
@ValueStyle
public abstract class TokenStatus {
    TokenStatus() {}

    /** A builder. Reserved for tests. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whose token. */
    public abstract GrantKey grant();

    /** The state of the token. */
    public abstract State state();

    /** When the access token expires; null if unknown. */
    public abstract @Nullable Instant accessTokenExpiresAt();

    /** When the refresh token expires, as digi.me said when it sent it; null if unknown. */
    public abstract @Nullable Instant refreshTokenExpiresAt();

    /** When this client last started a refresh, if it has. */
    public abstract @Nullable Instant lastAttemptAt();

    /** digi.me's error code for the last refresh, if it was refused. */
    public abstract @Nullable ErrorCode lastErrorCode();

    /** The reference by which digi.me's support finds that error, if it sent one. */
    public abstract @Nullable String lastErrorReference();

    /** The message of the last refresh's failure, or of the store's, if there was one. */
    public abstract @Nullable String lastError();

    /** Why the user has to consent again, in the state {@link State#REAUTHORIZE}. */
    public abstract @Nullable Reauthorize reauthorize();

    /** The version of the record in the store. */
    public abstract long storeVersion();

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

    /** Builds a {@link TokenStatus}. */
    public static final class Builder extends ImmutableTokenStatus.Builder {
        Builder() {}
    }
}
