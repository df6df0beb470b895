package me.digi.client.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key, imported once into the faster provider if there is one that can use it.
 *
 * @param provider the faster provider; null to let the platform choose
 */
record ImportedKey<K extends Key>(K key, @Nullable Provider provider) {
    /** Imports the key if the faster provider passes the trial. */
    @SuppressWarnings("unchecked") // A private key remains a private key, and a public key a public one.
    static <K extends Key> ImportedKey<K> of(K key, Trial<K> trial) {
        Provider fast = FastProvider.find();
        if (fast != null && key.getEncoded() != null) {
            try {
                K imported = (K) KeyFactory.getInstance("RSA", fast).translateKey(key);
                Object unused = trial.use(imported, fast);
                return new ImportedKey<>(imported, fast);
            } catch (GeneralSecurityException unusableHere) {
                // The platform's provider uses the key.
            }
        }
        return new ImportedKey<>(key, null);
    }

    @Override
    public String toString() {
        return "ImportedKey[***]";
    }

    @FunctionalInterface
    interface Trial<K> {
        Object use(K key, Provider provider) throws GeneralSecurityException;
    }
}
