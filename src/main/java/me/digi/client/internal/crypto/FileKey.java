package me.digi.client.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.error.FileException.Problem;
import org.jspecify.annotations.Nullable;

/** A contract's private key for encrypting and decrypting files. Safe for use by many threads. */
public final class FileKey {
    private static final int CONTENT_KEY_BYTES = 32;
    private static final int DEFAULT_MODULUS_BYTES = 256;

    /** RSA-OAEP with SHA-1 for both hashes, explicitly: providers interpret the name differently. */
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

    /** The JDK knows both names, Android's key store the first, its older providers the second. */
    private static final String[] CIPHERS = {"RSA/ECB/OAEPWithSHA-1AndMGF1Padding", "RSA/ECB/OAEPPadding"};

    private final PrivateKey key;
    private final @Nullable Provider provider;
    private final int wrappedBytes;

    private FileKey(ImportedKey<PrivateKey> imported, int wrappedBytes) {
        this.key = imported.key();
        this.provider = imported.provider();
        this.wrappedBytes = wrappedBytes;
    }

    public static FileKey of(PrivateKey key) {
        return new FileKey(
                ImportedKey.of(key, (imported, fast) -> newCipher(fast, Cipher.DECRYPT_MODE, imported)),
                modulusBytes(key));
    }

    /** Hardware keys may not expose their modulus; contract keys have 2048 bits. */
    private static int modulusBytes(PrivateKey key) {
        return key instanceof RSAKey rsa && rsa.getModulus() != null
                ? (rsa.getModulus().bitLength() + 7) / 8
                : DEFAULT_MODULUS_BYTES;
    }

    /** The length of an encrypted content key, which is that of the modulus. */
    int wrappedBytes() {
        return wrappedBytes;
    }

    /** Decrypts a content key. */
    SecretKey unwrap(byte[] wrapped) throws DamagedFileException {
        byte[] contentKey = decrypt(wrapped);
        try {
            if (contentKey.length != CONTENT_KEY_BYTES) {
                throw new DamagedFileException(Problem.CONTENT_KEY, "it has " + contentKey.length);
            }
            return new SecretKeySpec(contentKey, "AES");
        } finally {
            Arrays.fill(contentKey, (byte) 0);
        }
    }

    /** Encrypts a content key. */
    byte[] wrap(byte[] contentKey) {
        try {
            return newCipher(provider, Cipher.ENCRYPT_MODE, publicKey()).doFinal(contentKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the contract's private key cannot encrypt: " + e.getMessage(), e);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey full)) {
            throw new IllegalStateException(
                    "the contract's private key does not expose its public exponent, which encryption requires");
        }
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(full.getModulus(), full.getPublicExponent()));
    }

    private byte[] decrypt(byte[] wrapped) throws DamagedFileException {
        try {
            return newCipher(provider, Cipher.DECRYPT_MODE, key).doFinal(wrapped);
        } catch (BadPaddingException | IllegalBlockSizeException notForThisKey) {
            throw new DamagedFileException(Problem.WRONG_KEY, null, notForThisKey);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the contract's private key cannot decrypt: " + e.getMessage(), e);
        } catch (RuntimeException tooLarge) {
            // BouncyCastle's exception for a ciphertext larger than the modulus.
            throw new DamagedFileException(Problem.WRONG_KEY, null, tooLarge);
        }
    }

    private static Cipher newCipher(@Nullable Provider provider, int mode, Key rsaKey) throws GeneralSecurityException {
        Cipher cipher;
        try {
            cipher = instance(CIPHERS[0], provider);
        } catch (NoSuchAlgorithmException | NoSuchPaddingException knownByAnotherName) {
            cipher = instance(CIPHERS[1], provider);
        }
        cipher.init(mode, rsaKey, OAEP);
        return cipher;
    }

    private static Cipher instance(String name, @Nullable Provider provider)
            throws NoSuchAlgorithmException, NoSuchPaddingException {
        return provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
    }

    @Override
    public String toString() {
        return "FileKey[***]";
    }
}
