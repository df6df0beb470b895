package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import me.digi.client.sandbox.IssuedPair;
import org.jspecify.annotations.Nullable;

/** An access token and the refresh token beside it, and what became of them. */
public final class Pair {
    private final int number;
    private final IssuedToken access;
    private final IssuedToken refresh;
    private final Instant issuedAt;
    private @Nullable Instant endedAt;
    private IssuedPair.@Nullable End end;

    Pair(int number, IssuedToken access, IssuedToken refresh, Instant issuedAt) {
        this.number = number;
        this.access = access;
        this.refresh = refresh;
        this.issuedAt = issuedAt;
    }

    /** Counts the pairs of a grant, from 1. */
    public int number() {
        return number;
    }

    public IssuedToken access() {
        return access;
    }

    public IssuedToken refresh() {
        return refresh;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** When it was replaced or revoked; null while it is live. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Why it ended; null while it is live. */
    public IssuedPair.@Nullable End end() {
        return end;
    }

    void end(Instant when, IssuedPair.End why) {
        if (endedAt == null) {
            endedAt = when;
            end = why;
        }
    }
}
