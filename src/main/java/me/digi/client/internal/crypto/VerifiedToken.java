package me.digi.client.internal.crypto;

/**
 * A token with a verified signature.
 *
 * @param payload the signed JSON text
 */
public record VerifiedToken(String payload) {
    @Override
    public String toString() {
        return "VerifiedToken[***]";
    }
}
