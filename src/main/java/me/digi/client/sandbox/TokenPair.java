package me.digi.client.sandbox;

import java.time.Instant;

/**
 * A pair of tokens as the sandbox issued it.
 *
 * @param number counts the pairs of one grant from 1
 */
public record TokenPair(
        int number, String accessToken, Instant accessExpiresAt, String refreshToken, Instant refreshExpiresAt) {
    @Override
    public String toString() {
        return "TokenPair " + number + " (access until " + accessExpiresAt + ", refresh until " + refreshExpiresAt
                + ")";
    }
}
