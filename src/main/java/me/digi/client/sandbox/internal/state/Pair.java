package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.TokenPair;
import org.jspecify.annotations.Nullable;

/** A token pair, live or ended. */
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

    /** When it was replaced or revoked; null while it is live. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Returns a snapshot. */
    public IssuedPair view() {
        TokenPair tokens =
                new TokenPair(number, access.value(), access.expiresAt(), refresh.value(), refresh.expiresAt());
        return new IssuedPair(tokens, issuedAt, endedAt, end);
    }

    void end(Instant when, IssuedPair.End why) {
        if (endedAt == null) {
            endedAt = when;
            end = why;
        }
    }
}
