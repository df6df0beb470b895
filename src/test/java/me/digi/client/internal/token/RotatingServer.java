package me.digi.client.internal.token;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;

/** A server whose users' pairs are replaced by each refresh, and which tells a test what it knows. */
interface RotatingServer extends AutoCloseable {
    /** What becomes of a request. */
    enum Fate {
        ANSWERED,
        NOT_SENT,
        DROPPED_BEFORE,
        DROPPED_AFTER,
        UNAVAILABLE
    }

    ContractDetails contract();

    /** The user consents, for the first time or once more. */
    UserAccessToken consent(int user);

    /** The user withdraws their consent. */
    void revoke(int user);

    /** What a client gets that presents the pair's refresh token: an answer, or an exception. */
    String present(UserAccessToken pair, Fate fate);

    /** The pair in an answer. */
    UserAccessToken read(String answer, UserAccessToken old);

    /** Whether the pair's access token opens anything. */
    boolean accepts(UserAccessToken pair);

    /** Whether the pair's refresh token would be exchanged for a new pair. */
    boolean honours(UserAccessToken pair);

    /** Which pair of the user's, counted from 1, is honoured now; 0 if none is. */
    int honoured(int user);

    /** Which pair of its user's this is, counted from 1. */
    int number(UserAccessToken pair);

    @Override
    void close();
}
