package me.digi.client.internal.oauth;

import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;

/** The result of reading a token response. */
public sealed interface ReadResult {
    /**
     * The response is verified.
     *
     * @param oddities names ignored members, for diagnostics; quotes no values
     */
    record Pair(UserAccessToken pair, List<String> oddities) implements ReadResult {
        public Pair(UserAccessToken pair) {
            this(pair, List.of());
        }
    }

    /** The cached keys do not verify it; others may. */
    record Unverified(DigiMeException why) implements ReadResult {}

    /** No key can make it valid. */
    record Unreadable(DigiMeException why) implements ReadResult {}

    /** Returns the pair, or throws the reason why there is none. */
    default UserAccessToken orThrow() {
        if (this instanceof Pair read) {
            return read.pair();
        }
        throw this instanceof Unverified unverified ? unverified.why() : ((Unreadable) this).why();
    }
}
