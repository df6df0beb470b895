package me.digi.client.internal.token.schedules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What must never happen, counted; and why grants came to be dead. */
final class Violations {
    private final Fibers fibers;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Cause, Integer> deaths = new EnumMap<>(Cause.class);
    private final List<String> messages = new ArrayList<>();

    enum Kind {
        /** A client received the response whole, lived until its next successful write, and the pair is not stored. */
        LOST,
        /** A refresh token was sent again though there was nothing in doubt, or its holder still renewed the lease. */
        REFRESHED_TWICE,
        /** A caller was sent to the user though a living client or the store had the newest pair or a response with it. */
        DECLARED_DEAD,
        /** A caller got REFUSED although a response was lost. */
        WRONG_REASON
    }

    /** Why no process has a pair that the server accepts. */
    enum Cause {
        /** The user withdrew the consent, or gave a newer one. */
        REVOKED,
        /** The application put an old pair in the place of the newest one. */
        OLD_PAIR,
        /** The connection was cut, the response unreadable, or a process killed, after sending. */
        RESPONSE_LOST,
        /** The server revoked the family, since a refresh token was sent again after a response was lost or late. */
        FAMILY_REVOKED
    }

    Violations(Fibers fibers) {
        this.fibers = fibers;
    }

    void add(Kind kind, String message) {
        counts.merge(kind, 1, Integer::sum);
        messages.add(kind + ": " + message);
        fibers.note("*** " + kind + ": " + message);
    }

    void died(Cause cause) {
        deaths.merge(cause, 1, Integer::sum);
    }

    List<String> messages() {
        return messages;
    }

    Map<Kind, Integer> counts() {
        return counts;
    }

    Map<Cause, Integer> deaths() {
        return deaths;
    }
}
