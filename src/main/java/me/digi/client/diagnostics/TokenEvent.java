package me.digi.client.diagnostics;

import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** An event of a user's token. Prints no secrets. */
public sealed interface TokenEvent {
    /** The user and contract. */
    GrantKey grant();

    /**
     * A new pair, received by this client or found in the store in place of an earlier one. Reported once, in order.
     *
     * @param token the pair, stored unless preceded by {@link StoreFailed}
     * @param origin where it came from
     */
    record Changed(GrantKey grant, UserAccessToken token, Origin origin) implements TokenEvent {
        public Changed {
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** A refresh starts, or waits for another client's: the store has no newer pair. */
    record RefreshStarted(GrantKey grant) implements TokenEvent {}

    /** A caller waits for a refresh that another caller of this client started. */
    record RefreshJoined(GrantKey grant) implements TokenEvent {}

    /** A started refresh ended with a usable pair. */
    record RefreshDone(GrantKey grant) implements TokenEvent {}

    /** A refresh failed; a later one may succeed. */
    record RefreshFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /**
     * A refresh was sent without a usable response: the pair may no longer work. The refresh token is sent once more,
     * now or by the next refresh.
     *
     * @param failure what happened; null if an earlier attempt, perhaps of another client, left the doubt
     */
    record RefreshInDoubt(GrantKey grant, @Nullable DigiMeException failure) implements TokenEvent {}

    /** The user has to consent again. Reported at most every two minutes, for which the refusal is cached. */
    record ReauthorizationNeeded(GrantKey grant, RefreshResult.Reauthorize reauthorize) implements TokenEvent {}

    /**
     * A token response had nonsensical members, such as an expiry in 1970. Its pair is used, and those members count
     * as unknown.
     *
     * @param members their names
     */
    record ResponseOdd(GrantKey grant, List<String> members) implements TokenEvent {
        public ResponseOdd {
            members = List.copyOf(members);
        }
    }

    /** The token store failed. A new pair that could not be stored is used from memory, and saving it is retried. */
    record StoreFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /**
     * A client that has run for a day keeps token pairs only in memory: when the process ends, every user has to
     * consent again. Reported once, and logged as a warning to {@code me.digi.client} by {@link java.util.logging}.
     *
     * @param grant of the event before this one
     */
    record OnlyInMemory(GrantKey grant) implements TokenEvent {}

    enum Origin {
        /** This client refreshed the old pair. */
        REFRESHED,
        /** Another client stored it. */
        STORE,
        SIGNED_IN,
        /** The application passed it to {@code takeOver}. */
        APPLICATION
    }
}
