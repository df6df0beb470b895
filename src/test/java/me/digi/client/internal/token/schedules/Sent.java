package me.digi.client.internal.token.schedules;

import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/** A token request that was handed to the network, and what its sender has learned of it. */
final class Sent {
    final SimulatedProcess process;
    final Row row;
    final Fault fault;
    final long at;
    /** The pair whose refresh token was sent; null if it was a code. */
    final @Nullable UserAccessToken pair;

    final @Nullable String code;

    Result result = Result.UNDER_WAY;
    long learnedAt = Long.MAX_VALUE;
    /** The server's response, whether or not it arrives. */
    @Nullable
    String response;

    enum Result {
        UNDER_WAY,
        IN_DOUBT,
        ANSWERED,
        REFUSED
    }

    Sent(
            SimulatedProcess process,
            Row row,
            @Nullable UserAccessToken pair,
            @Nullable String code,
            Fault fault,
            long at) {
        this.process = process;
        this.row = row;
        this.pair = pair;
        this.code = code;
        this.fault = fault;
        this.at = at;
    }

    void learn(Result what, long now) {
        result = what;
        learnedAt = now;
    }

    @Override
    public String toString() {
        return process + " sent it at " + at / 1_000_000_000 + " s (" + fault + ", " + result + ")";
    }
}
