package me.digi.client.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code DigiMe.takeOver} did with the application's token pair. Only {@link Taken} changed the store. */
public sealed interface TakeOver {
    /** The store already has this pair. */
    record Same() implements TakeOver {}

    /** The pair was replaced by a later one, or expires before the stored pair. */
    record Older() implements TakeOver {}

    /**
     * The stored pair has another user id or another consent id.
     *
     * @param stored the pair in the store
     */
    record OtherUser(UserAccessToken stored) implements TakeOver {
        public OtherUser {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * The pair is stored and used from now on.
     *
     * @param replaced the pair stored before, or null
     */
    record Taken(@Nullable UserAccessToken replaced) implements TakeOver {}

    /**
     * Unknown which pair is newer: an expiry is unknown or both are equal, or the record has a response that cannot
     * be verified yet.
     *
     * @param stored the pair in the store
     */
    record Undecided(UserAccessToken stored) implements TakeOver {
        public Undecided {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /** When to take over a pair. */
    enum Mode {
        /** Only if no pair is stored, digi.me refuses the stored one, or this one is newer. */
        IF_NEWER,
        /** Always; {@link Taken#replaced()} returns the other pair. */
        REPLACE
    }
}
