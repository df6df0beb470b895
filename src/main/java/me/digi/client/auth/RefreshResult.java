package me.digi.client.auth;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A new token pair, or that the user has to consent again. Transient failures are thrown.
 *
 * <pre>{@code
 * String next = digiMe.refreshToken(contract, token).fold(
 *         fresh -> store(fresh),
 *         reauthorize -> sendTo(digiMe.reauthorize(contract, token).redirectUri(redirectUri).start()));
 * }</pre>
 */
public sealed interface RefreshResult {
    /**
     * The old pair no longer works: store the new one before anything else.
     *
     * @param token the new pair; user id and consent id are the old pair's if the response has none
     */
    record Refreshed(UserAccessToken token) implements RefreshResult {
        public Refreshed {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * The user has to consent again, through {@code DigiMe.reauthorize}, which needs the old token.
     *
     * @param code digi.me's error code
     * @param message digi.me's explanation, for developers
     * @param reference identifies the refusal to digi.me's support
     */
    record Reauthorize(
            Reason reason,
            @Nullable ErrorCode code,
            @Nullable String message,
            @Nullable String reference) implements RefreshResult, Serializable {
        public Reauthorize {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why the user has to consent again. */
    enum Reason {
        /** digi.me refused the refresh token. */
        REFUSED,
        /**
         * digi.me refused the refresh token, after the response to an earlier request with it, and its new pair, was
         * lost.
         */
        RESPONSE_LOST
    }

    /** Applies the matching function, for Java versions without pattern matching in {@code switch}. */
    default <T extends @Nullable Object> T fold(
            Function<? super UserAccessToken, ? extends T> refreshed,
            Function<? super Reauthorize, ? extends T> reauthorize) {
        Objects.requireNonNull(refreshed, "refreshed");
        Objects.requireNonNull(reauthorize, "reauthorize");
        if (this instanceof Refreshed it) {
            return refreshed.apply(it.token());
        }
        return reauthorize.apply((Reauthorize) this);
    }
}
