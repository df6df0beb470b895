package me.digi.client.internal.read;

import java.time.Instant;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Session;

/** A session, whose end comes in milliseconds. */
public final class SessionMapping {
    private SessionMapping() {}

    /** The session in the response to this operation, which came with this status. */
    public static Session fromWire(String operation, int status, me.digi.client.internal.wire.Session session) {
        if (session.key().equals(".") || session.key().equals("..")) {
            throw new UnexpectedResponseException(operation, status, "$.session.key", "it leads to another place");
        }
        try {
            return Session.of(session.key(), Instant.ofEpochMilli(session.expiry()));
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(operation, status, "$.session", String.valueOf(e.getMessage()), e);
        }
    }
}
