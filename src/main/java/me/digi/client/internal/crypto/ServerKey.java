package me.digi.client.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that the server signs with, made ready once to verify many tokens: handed to a faster provider where there is one.
 * Safe for use by many threads.
 */
final class ServerKey {
    private final PublicKey key;
    private final Ps512 algorithm;

    private ServerKey(PublicKey key, Ps512 algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    static ServerKey of(PublicKey key) {
        Provider fast = FastProvider.find();
        ServerKey faster = fast == null ? null : importInto(fast, key);
        return faster != null ? faster : new ServerKey(key, Ps512.byPlatform());
    }

    private static @Nullable ServerKey importInto(Provider provider, PublicKey key) {
        try {
            PublicKey imported =
                    KeyFactory.getInstance("RSA", provider).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
            Ps512 algorithm = Ps512.by(provider);
            Signature unused = algorithm.toVerify(imported);
            return new ServerKey(imported, algorithm);
        } catch (GeneralSecurityException unusableHere) {
            // Never required: what the faster provider cannot take, the platform's own verifies.
            return null;
        }
    }

    /** Whether it has signed this. */
    boolean hasSigned(byte[] input, byte[] signature) {
        return algorithm.verifies(key, input, signature);
    }
}
