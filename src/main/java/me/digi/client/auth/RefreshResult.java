package me.digi.client.auth;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The result of a refresh: a new token pair, or that the user has to consent again. A failure that may pass is an exception.
 *
 * <pre>{@code
 * String next = digiMe.refreshToken(contract, token).fold(
 *         fresh -> store(fresh),
 *         reauthorize -> sendTo(digiMe.reauthorize(contract, token).redirectUri(redirectUri).start()));
 * }</pre>
 */
public sealed interface RefreshResult {
    /**
     * There is a new pair, and the old one is worthless: store this one before anything else.
     *
     * @param token the new pair; user id and consent id are the old pair's if the response has none
     */
    record Refreshed(UserAccessToken token) implements RefreshResult {
        /** Rejects null. */
        public Refreshed {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * The user has to consent again, through {@code DigiMe.reauthorize}, which needs the old token.
     *
     * @param reason why
     * @param code digi.me's error code
     * @param message digi.me's explanation, for developers
     * @param reference by which digi.me's support finds this refusal
     */
    record Reauthorize(
            Reason reason,
            @Nullable ErrorCode code,
            @Nullable String message,
            @Nullable String reference) implements RefreshResult, Serializable {
        /** Rejects a null reason. */
        public Reauthorize {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why the user has to consent again. */
    enum Reason {
        /** digi.me refused the refresh token. */
        REFUSED,
        /** digi.me refused the refresh token, after a request with it whose response, and the new pair in it, was lost. */
        RESPONSE_LOST
    }

    /** Applies the function that fits: for Java versions without a {@code switch} over types. */
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
