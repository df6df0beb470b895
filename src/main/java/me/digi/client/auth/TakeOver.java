package me.digi.client.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code DigiMe.takeOver} made of a token pair that the application already had. Only {@link Taken} wrote it to the
 * store; after every other result the stored pair is the one from before.
 */
public sealed interface TakeOver {
    /** The store has this very pair. */
    record Same() implements TakeOver {}

    /** The store has a newer pair of the same user; the pair that was handed over has been replaced. */
    record Older() implements TakeOver {}

    /**
     * The stored pair belongs to another user or to another consent, by the ids in both pairs.
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
     * @param replaced the pair that gave way, or null if there was none
     */
    record Taken(@Nullable UserAccessToken replaced) implements TakeOver {}

    /**
     * Nothing tells which of the two pairs is newer.
     *
     * @param stored the pair in the store
     */
    record Undecided(UserAccessToken stored) implements TakeOver {
        /** Rejects null. */
        public Undecided {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /** Whether a pair is taken over when the stored one is not known to be older. */
    enum Mode {
        /** Only a pair that is known to be newer is taken over. */
        IF_NEWER,
        /** The pair is always taken over; {@link Taken#replaced()} returns the other one. */
        REPLACE
    }
}
