package me.digi.client.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code DigiMe.takeOver} did with a token pair that the application already had. Only {@link Taken} has written it;
 * every other result leaves the store as it was.
 */
public sealed interface TakeOver {
    /** The store has this very pair. */
    record Same() implements TakeOver {}

    /** The pair has been replaced by a later one, or expires before the stored pair. */
    record Older() implements TakeOver {}

    /**
     * The stored pair has another user id or another consent id.
     *
     * @param stored the pair in the store
     */
    record OtherUser(UserAccessToken stored) implements TakeOver {
        /** Rejects null. */
        public OtherUser {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * The pair is stored and used from now on.
     *
     * @param replaced the pair that was stored before, or null
     */
    record Taken(@Nullable UserAccessToken replaced) implements TakeOver {}

    /**
     * It is unknown which pair is newer: an expiry is unknown or both are equal, or the record has a response that cannot
     * be verified yet.
     *
     * @param stored the pair in the store
     */
    record Undecided(UserAccessToken stored) implements TakeOver {
        /** Rejects null. */
        public Undecided {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /** When a pair is taken over. */
    enum Mode {
        /** Only if no pair is stored, the stored one is dead, or this one is newer. */
        IF_NEWER,
        /** Always; {@link Taken#replaced()} returns the other pair. */
        REPLACE
    }
}
