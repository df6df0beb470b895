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

/** A contract's private key as what opens its files. Safe for use by many threads. */
public final class FileKey {
    private static final int CONTENT_KEY_BYTES = 32;
    private static final int USUAL_MODULUS_BYTES = 256;

    /** RSA-OAEP with SHA-1 for both of its hashes: said outright, since providers differ in what the name alone means. */
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

    /** The JDK knows both names; a key store of Android's the first, its older providers the second. */
    private static final String[] CIPHERS = {"RSA/ECB/OAEPWithSHA-1AndMGF1Padding", "RSA/ECB/OAEPPadding"};

    private final PrivateKey key;
    private final @Nullable Provider provider;
    private final int wrappedBytes;

    private FileKey(PrivateKey key, @Nullable Provider provider, int wrappedBytes) {
        this.key = key;
        this.provider = provider;
        this.wrappedBytes = wrappedBytes;
    }

    /** Makes a contract's private key ready, with a faster provider where there is one. */
    public static FileKey of(PrivateKey key) {
        Provider fast = FastProvider.find();
        FileKey faster = fast == null ? null : importInto(fast, key);
        return faster != null ? faster : new FileKey(key, null, modulusBytes(key));
    }

    /** A key in hardware may not show its modulus: then it is of the size of every contract's private key. */
    private static int modulusBytes(PrivateKey key) {
        return key instanceof RSAKey rsa && rsa.getModulus() != null
                ? (rsa.getModulus().bitLength() + 7) / 8
                : USUAL_MODULUS_BYTES;
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
            // Never required: what the faster provider cannot take, the platform's own decrypts.
            return null;
        }
    }

    /** How many bytes an encrypted content key has: as many as the key's modulus. */
    int wrappedBytes() {
        return wrappedBytes;
    }

    /** The content key that was encrypted for this one. */
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

    /** The content key, encrypted for this one. */
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
                    "the contract's private key does not show its public part, so nothing can be encrypted for it");
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
            // How BouncyCastle says that what is encrypted is a larger number than the key's modulus.
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
