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
import java.security.spec.PKCS8EncodedKeySpec;
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

    private FileKey(PrivateKey key, @Nullable Provider provider, int wrappedBytes) {
        this.key = key;
        this.provider = provider;
        this.wrappedBytes = wrappedBytes;
    }

    /** Imports the key into a faster provider if there is one. */
    public static FileKey of(PrivateKey key) {
        Provider fast = FastProvider.find();
        FileKey faster = fast == null ? null : importInto(fast, key);
        return faster != null ? faster : new FileKey(key, null, modulusBytes(key));
    }

    /** Hardware keys may not expose their modulus; contract keys have 2048 bits. */
    private static int modulusBytes(PrivateKey key) {
        return key instanceof RSAKey rsa && rsa.getModulus() != null
                ? (rsa.getModulus().bitLength() + 7) / 8
                : DEFAULT_MODULUS_BYTES;
    }

    private static @Nullable FileKey importInto(Provider provider, PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return null;
        }
        try {
            PrivateKey imported =
                    KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            FileKey faster = new FileKey(imported, provider, modulusBytes(key));
            Cipher unused = faster.newCipher(Cipher.DECRYPT_MODE, imported);
            return faster;
        } catch (GeneralSecurityException unusableHere) {
            // The faster provider cannot use the key; the platform's provider decrypts.
            return null;
        }
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
            return newCipher(Cipher.ENCRYPT_MODE, publicKey()).doFinal(contentKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the contract's private key cannot encrypt: " + e.getMessage(), e);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey full)) {
            throw new IllegalStateException(
                    "the contract's private key does not expose its public exponent, which encryption requires");
        }
        KeyFactory factory = provider == null ? KeyFactory.getInstance("RSA") : KeyFactory.getInstance("RSA", provider);
        return factory.generatePublic(new RSAPublicKeySpec(full.getModulus(), full.getPublicExponent()));
    }

    private byte[] decrypt(byte[] wrapped) throws DamagedFileException {
        try {
            return newCipher(Cipher.DECRYPT_MODE, key).doFinal(wrapped);
        } catch (BadPaddingException | IllegalBlockSizeException notForThisKey) {
            throw new DamagedFileException(Problem.WRONG_KEY, null, notForThisKey);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the contract's private key cannot decrypt: " + e.getMessage(), e);
        } catch (RuntimeException tooLarge) {
            // BouncyCastle's exception for a ciphertext larger than the modulus.
            throw new DamagedFileException(Problem.WRONG_KEY, null, tooLarge);
        }
    }

    private Cipher newCipher(int mode, Key rsaKey) throws GeneralSecurityException {
        Cipher cipher;
        try {
            cipher = instance(CIPHERS[0]);
        } catch (NoSuchAlgorithmException | NoSuchPaddingException knownByAnotherName) {
            cipher = instance(CIPHERS[1]);
        }
        cipher.init(mode, rsaKey, OAEP);
        return cipher;
    }

    private Cipher instance(String name) throws NoSuchAlgorithmException, NoSuchPaddingException {
        return provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
    }

    @Override
    public String toString() {
        return "FileKey[***]";
    }
}
