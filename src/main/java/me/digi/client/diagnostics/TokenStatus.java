package me.digi.client.diagnostics;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.values.ValueStyle;
import me.digi.client.store.GrantKey;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Answers "why was this user logged out?", and holds no secret. */
@Value.Immutable
@ValueStyle
public abstract class TokenStatus {
    TokenStatus() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whose token. */
    public abstract GrantKey grant();

    /** How the token is. */
    public abstract State state();

    /** When the access token expires; null if the service did not say. */
    public abstract @Nullable Instant accessTokenExpiresAt();

    /** When the refresh token expires, by what the service said when it came; null if it did not. The service decides. */
    public abstract @Nullable Instant refreshTokenExpiresAt();

    /** When this client last tried to refresh, if it has. */
    public abstract @Nullable Instant lastAttemptAt();

    /** What the service called the last refresh's error, if it ended in one. */
    public abstract @Nullable ErrorCode lastErrorCode();

    /** What digi.me's support finds that error by, if the service said. */
    public abstract @Nullable String lastErrorReference();

    /** In words, what the last refresh failed with, if it did. */
    public abstract @Nullable String lastError();

    /** Why the user has to consent again, in the state {@link State#REAUTHORIZE}. */
    public abstract @Nullable Reauthorize reauthorize();

    /** The version of the record in the store. */
    public abstract long storeVersion();

    /** How a user's token is. */
    public enum State {
        /** Good to use. */
        FRESH,
        /** Good to use, and about to be refreshed. */
        STALE,
        /** Expired: the next call refreshes first. */
        EXPIRED,
        /** A refresh was sent and not answered: the next one clears it up. */
        IN_DOUBT,
        /** Good to use, but the store has not taken it yet: it would be lost with this process. */
        UNSAVED,
        /** Dead: the user has to consent again. */
        REAUTHORIZE
    }

    /** Builds a {@link TokenStatus}. */
    public static final class Builder extends ImmutableTokenStatus.Builder {
        Builder() {}
    }
}
