package me.digi.client.internal.token.schedules;

import java.util.List;

/** What goes wrong with one token request. */
enum Fault {
    NONE,
    /** It is not sent, which the client knows before it renews the lease. */
    NOT_PREPARED,
    /** It is not sent, which the client knows afterwards. */
    NOT_SENT,
    /** The connection breaks before the server has seen it. */
    DROPPED_BEFORE,
    /** The connection breaks after the server has acted on it. */
    DROPPED_AFTER,
    /** The client stops waiting, and the server acts on it later. */
    TIMED_OUT,
    /** The server responds with 5xx or 429, and has not acted. */
    UNAVAILABLE,
    /** The server responds with 5xx or 429, and has acted. */
    UNAVAILABLE_AFTER,
    /** Something in between responds with 403. */
    FORBIDDEN,
    /** The response has a body that is not a token response. */
    GARBLED;

    private static final List<Fault> ALL = List.of(values()).subList(1, values().length);

    /** Whether the client cannot know if the server has acted on it. */
    boolean leavesDoubt() {
        return this != NONE && this != NOT_PREPARED && this != NOT_SENT;
    }

    boolean isCarriedOut() {
        return this == NONE
                || this == DROPPED_AFTER
                || this == TIMED_OUT
                || this == UNAVAILABLE_AFTER
                || this == GARBLED;
    }

    static Fault any(Fibers fibers) {
        return ALL.get(fibers.lot(ALL.size()));
    }
}
