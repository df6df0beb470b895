package me.digi.client.internal.mapping;

import java.time.Instant;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Session;

/** A session, whose end comes in milliseconds. */
public final class SessionMapping {
    private static final int OK = 200;

    private SessionMapping() {}

    /** The session in the answer to this operation. */
    public static Session fromWire(String operation, me.digi.client.internal.wire.Session session) {
        try {
            return Session.of(session.key(), Instant.ofEpochMilli(session.expiry()));
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(operation, OK, "$.session", String.valueOf(e.getMessage()), e);
        }
    }
}
