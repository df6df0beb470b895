package me.digi.client.internal.crypto;

import me.digi.client.error.VerificationException;

/** The result of verifying a token. */
public sealed interface Verification {
    /**
     * The server has signed the token.
     *
     * @param payload the signed JSON text
     */
    record Verified(String payload) implements Verification {
        @Override
        public String toString() {
            return "Verified[***]";
        }
    }

    /** The cached keys do not verify it; others may. */
    record Unverified(VerificationException why) implements Verification {}

    /** No key can make it valid. */
    record Rejected(VerificationException why) implements Verification {}
}
