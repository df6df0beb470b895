package me.digi.client.auth;

import java.util.Objects;
import java.util.function.Function;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a refresh ended: with a new pair of tokens, or with the word that only the user can help. Trouble that may pass is
 * neither; it is an exception.
 *
 * <pre>{@code
 * String next = digiMe.refreshToken(contract, token).fold(
 *         fresh -> store(fresh),
 *         reauthorize -> redirectTo(digiMe.reauthorize(contract, token).callback(callback).url()));
 * }</pre>
 */
public sealed interface RefreshResult {
    /**
     * There is a new pair. The old one is worthless from here on: store this one before anything else.
     *
     * @param token the new pair, with what the old one knew of user and consent
     */
    record Refreshed(UserAccessToken token) implements RefreshResult {
        /** Refuses {@code null}. */
        public Refreshed {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * The user has to consent again, through {@code DigiMe.reauthorize}; keep the old token for that. What the service
     * said is here, as far as it said it.
     *
     * @param reason why
     * @param code the service's name for the error
     * @param message the service's explanation, meant for developers
     * @param reference what digi.me's support finds this very refusal by
     */
    record Reauthorize(
            Reason reason,
            @Nullable ErrorCode code,
            @Nullable String message,
            @Nullable String reference) implements RefreshResult {
        /** Refuses to be without a reason. */
        public Reauthorize {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why the user has to consent again. */
    enum Reason {
        /** The service refused the refresh token. */
        REFUSED,
        /** The service replaced the pair, as far as can be told, and its response with the new pair was lost on the way. */
        RESPONSE_LOST
    }

    /** The outcome of whichever function fits: for where a {@code switch} over types is not at hand. */
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
