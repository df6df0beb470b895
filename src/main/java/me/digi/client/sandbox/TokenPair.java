package me.digi.client.sandbox;

import java.time.Instant;

/**
 * A token pair as issued by the sandbox.
 *
 * @param number counts the pairs of a grant, from 1
 */
public record TokenPair(
        int number, String accessToken, Instant accessExpiresAt, String refreshToken, Instant refreshExpiresAt) {
    @Override
    public String toString() {
        return "TokenPair " + number + " (access until " + accessExpiresAt + ", refresh until " + refreshExpiresAt
                + ")";
    }
}
