package me.digi.client.internal.auth;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;

/** What reading a token response gave. */
public sealed interface Reading {
    /** The response is verified. */
    record Pair(UserAccessToken pair) implements Reading {}

    /** The keys at hand do not verify it; others may. */
    record Unverified(DigiMeException why) implements Reading {}

    /** No key will ever make it a pair. */
    record Unreadable(DigiMeException why) implements Reading {}
}
