package me.digi.client.internal.crypto;

/**
 * What the server says, its signature having held.
 *
 * @param payload the JSON text that was signed
 */
public record VerifiedToken(String payload) {
    @Override
    public String toString() {
        return "VerifiedToken[***]";
    }
}
