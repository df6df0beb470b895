package me.digi.client.auth;

import java.util.Objects;
import me.digi.client.internal.io.Require;

/**
 * An authorization code and its code verifier, to be exchanged for a token pair, once and soon. Both are secrets:
 * they never print, and JSON libraries find nothing to write.
 */
public final class AuthorizationCode {
    // Transient: JSON libraries that serialize fields skip them.
    private final transient String value;
    private final transient String codeVerifier;

    public AuthorizationCode(String value, String codeVerifier) {
        this.value = Require.secret("value", value);
        this.codeVerifier = Require.secret("codeVerifier", codeVerifier);
    }

    /** The code from the callback. */
    public String value() {
        return value;
    }

    /** The code verifier (PKCE) of the request that led to the code. */
    public String codeVerifier() {
        return codeVerifier;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorizationCode code
                && code.value.equals(value)
                && code.codeVerifier.equals(codeVerifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, codeVerifier);
    }

    @Override
    public String toString() {
        return "AuthorizationCode[***]";
    }
}
