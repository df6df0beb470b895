package me.digi.client.internal.auth;

import java.time.Instant;

/**
 * A response to a token request as the server signed it, not verified: a secret.
 *
 * @param operation which request it responds to
 * @param token the signed text
 * @param arrivedAt when it arrived, by the clock of the client that received it: what {@code exp} is compared with
 */
public record TokenResponse(String operation, String token, Instant arrivedAt) {
    @Override
    public String toString() {
        return "TokenResponse[" + operation + ", ***, " + arrivedAt + "]";
    }
}
