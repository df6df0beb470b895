package me.digi.client.internal.oauth;

import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;

/** What reading a token response gave. */
public sealed interface Reading {
    /**
     * The response is verified.
     *
     * @param oddities what was odd beside the two tokens and is left out of the pair, for diagnostics; it quotes nothing
     */
    record Pair(UserAccessToken pair, List<String> oddities) implements Reading {
        /** A pair with nothing odd about it. */
        public Pair(UserAccessToken pair) {
            this(pair, List.of());
        }
    }

    /** The keys at hand do not verify it; others may. */
    record Unverified(DigiMeException why) implements Reading {}

    /** No key will ever make it a pair. */
    record Unreadable(DigiMeException why) implements Reading {}

    /** The pair, or the exception that says why there is none. */
    default UserAccessToken orThrow() {
        if (this instanceof Pair read) {
            return read.pair();
        }
        throw this instanceof Unverified unverified ? unverified.why() : ((Unreadable) this).why();
    }
}
