package me.digi.client.internal.read;

import java.time.Instant;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Session;

public final class SessionMapping {
    private SessionMapping() {}

    /** The status is for exceptions. */
    public static Session fromWire(String operation, int status, me.digi.client.internal.wire.Session session) {
        if (session.key().equals(".") || session.key().equals("..")) {
            throw new UnexpectedResponseException(operation, status, "$.session.key", "it is \".\" or \"..\"");
        }
        try {
            return Session.of(session.key(), Instant.ofEpochMilli(session.expiry()));
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(operation, status, "$.session", String.valueOf(e.getMessage()), e);
        }
    }
}
