package me.digi.client.diagnostics;

import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/** Something that happened to a user's token. Events print no secrets. */
public sealed interface TokenEvent {
    /** Whose token. */
    GrantKey grant();

    /**
     * There is a new pair: each that this client receives, or finds in place of an earlier one, once and in order.
     *
     * @param token the pair, which is stored unless a {@link StoreFailed} came before
     * @param origin where it came from
     */
    record Changed(GrantKey grant, UserAccessToken token, Origin origin) implements TokenEvent {
        /** Rejects null. */
        public Changed {
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** A refresh starts: the store has no newer pair. If another client is refreshing already, this one waits for it. */
    record RefreshStarted(GrantKey grant) implements TokenEvent {}

    /** A caller waits for a refresh that another caller of this client started. */
    record RefreshJoined(GrantKey grant) implements TokenEvent {}

    /** A refresh that was started has ended with a usable pair. */
    record RefreshDone(GrantKey grant) implements TokenEvent {}

    /**
     * A refresh has failed; a later one may succeed.
     *
     * @param failure why
     */
    record RefreshFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /**
     * A refresh was sent and got no usable response: the pair may be worthless. The refresh token is presented once more, now
     * or by the next refresh.
     *
     * @param failure what came instead of a response; null if an earlier attempt, perhaps of another client, left the doubt
     */
    record RefreshInDoubt(GrantKey grant, @Nullable DigiMeException failure) implements TokenEvent {}

    /**
     * The user has to consent again. Not repeated for the two minutes for which the verdict is remembered.
     *
     * @param reauthorize why
     */
    record ReauthorizationNeeded(GrantKey grant, RefreshResult.Reauthorize reauthorize) implements TokenEvent {}

    /**
     * A token response had members that make no sense, such as an expiry in 1970. Its token pair is used all the same; what
     * makes no sense is unknown.
     *
     * @param members the names of these members
     */
    record ResponseOdd(GrantKey grant, List<String> members) implements TokenEvent {
        /** Copies the list. */
        public ResponseOdd {
            members = List.copyOf(members);
        }
    }

    /**
     * The token store failed. A new pair that could not be stored stays in memory, is used, and saving it is retried.
     *
     * @param failure why
     */
    record StoreFailed(GrantKey grant, RuntimeException failure) implements TokenEvent {}

    /**
     * Token pairs are kept in memory only, by a client that has run for a day: when the process ends, every user has to consent
     * again. Told once per process, and logged as a warning by {@link java.util.logging}, under {@code me.digi.client}.
     *
     * @param grant the one that was read when this was noticed
     */
    record OnlyInMemory(GrantKey grant) implements TokenEvent {}

    /** Where a new pair came from. */
    enum Origin {
        /** This client refreshed the old one. */
        REFRESHED,
        /** Another client stored it. */
        STORE,
        /** The user signed in with this client. */
        SIGNED_IN,
        /** The application handed it to {@code takeOver}. */
        APPLICATION
    }
}
