package me.digi.client.internal.crypto;

import me.digi.client.error.VerificationException;

/** What verifying a server's token gave. */
public sealed interface Verification {
    /** Its signature holds. */
    record Verified(VerifiedToken token) implements Verification {}

    /** The keys at hand do not verify it; others may. */
    record Unverified(VerificationException why) implements Verification {}

    /** No key will ever make it acceptable. */
    record Unacceptable(VerificationException why) implements Verification {}
}
