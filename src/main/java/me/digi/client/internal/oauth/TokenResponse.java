package me.digi.client.internal.oauth;

import java.time.Instant;

/**
 * A response to a token request as the server signed it, not verified: a secret.
 *
 * @param operation which request it responds to
 * @param request the fingerprint of that request, by which the same one made again finds its response
 * @param token the signed text
 * @param arrivedAt when it arrived, by the clock of the client that received it: what {@code exp} is compared with
 */
public record TokenResponse(String operation, String request, String token, Instant arrivedAt) {
    /** Whether it responds to an authorization code, and not to a refresh token. */
    public boolean isSignIn() {
        return operation.equals(TokenRequest.EXCHANGE);
    }

    /** Whether the server sent the same text. */
    public boolean isSame(TokenResponse other) {
        return token.equals(other.token);
    }

    @Override
    public String toString() {
        return "TokenResponse[" + operation + ", ***, " + arrivedAt + "]";
    }
}
