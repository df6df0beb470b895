package me.digi.client.sandbox.internal.state;

import java.time.Instant;

/** A token, which may be live, expired or replaced. */
public final class IssuedToken {
    private final String value;
    private final Kind kind;
    private final Grant grant;
    private Instant expiresAt;

    IssuedToken(String value, Kind kind, Grant grant, Instant expiresAt) {
        this.value = value;
        this.kind = kind;
        this.grant = grant;
        this.expiresAt = expiresAt;
    }

    public String value() {
        return value;
    }

    public Kind kind() {
        return kind;
    }

    public Grant grant() {
        return grant;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether it belongs to the current pair of its grant. */
    public boolean isLive() {
        return grant.holds(this);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void expire(Instant now) {
        expiresAt = now;
    }

    /** What a token permits. */
    public enum Kind {
        /** Requests for the user's data. */
        ACCESS,
        /** A refresh. */
        REFRESH
    }
}
