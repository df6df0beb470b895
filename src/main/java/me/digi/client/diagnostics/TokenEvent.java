package me.digi.client.diagnostics;

import java.util.Objects;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** What happens to a user's token. Nothing in an event prints a secret. */
public sealed interface TokenEvent {
    /** Whose token. */
    GrantKey grant();

    /**
     * There is a new pair. Every client hears of each pair once, in order.
     *
     * @param token the pair, which is in the store unless a {@link StoreFailed} said otherwise
     * @param origin how it came here
     */
    record Changed(GrantKey grant, UserAccessToken token, Origin origin) implements TokenEvent {
        /** Refuses {@code null}. */
        public Changed {
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** A refresh starts, since there is no newer pair in the store. */
    record RefreshStarted(GrantKey grant) implements TokenEvent {}

    /** A caller waits for a refresh that another one started. */
    record RefreshJoined(GrantKey grant) implements TokenEvent {}

    /** A refresh that was started has ended with a usable pair. */
    record RefreshDone(GrantKey grant) implements TokenEvent {}

    /**
     * A refresh has failed; another try may succeed.
     *
     * @param failure why
     */
    record RefreshFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /**
     * A refresh was sent and not answered, or not with what can be used: the pair may be worthless. The refresh token is
     * presented once more, now or by the next refresh.
     *
     * @param failure what came instead of an answer; null if an earlier refresh, perhaps another client's, left the doubt
     */
    record RefreshInDoubt(GrantKey grant, @Nullable DigiMeException failure) implements TokenEvent {}

    /**
     * The user has to consent again, says the server; not told again while that word is remembered.
     *
     * @param reauthorize why
     */
    record ReauthorizationNeeded(GrantKey grant, RefreshResult.Reauthorize reauthorize) implements TokenEvent {}

    /**
     * The token store failed. A new pair that could not be stored stays in memory, is used, and is tried to be stored again.
     *
     * @param failure why
     */
    record StoreFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /** How a new pair came. */
    enum Origin {
        /** This client refreshed the old one. */
        REFRESHED,
        /** The store had it: another client had refreshed. */
        STORE,
        /** The user has just signed in with this client. */
        SIGNED_IN,
        /** The application handed it over. */
        APPLICATION
    }
}
