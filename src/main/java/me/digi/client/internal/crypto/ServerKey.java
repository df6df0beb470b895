package me.digi.client.internal.crypto;

import java.security.PublicKey;

/** A key with which the server signs, imported once to verify many tokens. Safe for use by many threads. */
final class ServerKey {
    private final PublicKey key;
    private final Ps512 algorithm;

    ServerKey(PublicKey key) {
        ImportedKey<PublicKey> imported = ImportedKey.of(key, (trial, fast) -> new Ps512(fast).toVerify(trial));
        this.key = imported.key();
        this.algorithm = new Ps512(imported.provider());
    }

    /** Whether the signature is this key's, for this input. */
    boolean hasSigned(byte[] input, byte[] signature) {
        return algorithm.verifies(key, input, signature);
    }
}
