package me.digi.client.internal.oauth;

import java.time.Instant;

/**
 * A signed response to a token request, not verified; a secret.
 *
 * @param operation of the request
 * @param request the request's fingerprint, which finds the response when the request is repeated
 * @param token the signed token
 * @param arrivedAt by the receiving client's clock; {@code exp} is compared with it
 */
public record TokenResponse(String operation, String request, String token, Instant arrivedAt) {
    /** Whether the request was an authorization code's. */
    public boolean isSignIn() {
        return operation.equals(TokenRequest.EXCHANGE);
    }

    public boolean isSame(TokenResponse other) {
        return token.equals(other.token);
    }

    @Override
    public String toString() {
        return "TokenResponse[" + operation + ", ***, " + arrivedAt + "]";
    }
}
