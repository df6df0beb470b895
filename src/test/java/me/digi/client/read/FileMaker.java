package me.digi.client.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Creates files like digi.me, without sharing code with the client. */
final class FileMaker {
    static final String RAW = "{\"metadata\":{\"mimetype\":\"text/plain\",\"accounts\":[{\"accountid\":\"1_a\"}]}%s}";

    /** Not of a provider of cryptography: some limit how much one may ask for at once. */
    private static final Random RANDOM = new Random(42);

    private FileMaker() {}

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What can be written to the result comes out encrypted. */
    static OutputStream encrypting(PublicKey key, OutputStream out) throws IOException {
        return encrypting(key, 32, "PKCS5Padding", out);
    }

    private static OutputStream encrypting(PublicKey key, int contentKeyBytes, String padding, OutputStream out)
            throws IOException {
        byte[] contentKey = random(32);
        byte[] iv = random(16);
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, key);
            out.write(rsa.doFinal(contentKey, 0, contentKeyBytes));
            out.write(iv);
            Cipher aes = Cipher.getInstance("AES/CBC/" + padding);
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new IvParameterSpec(iv));
            return new CipherOutputStream(out, aes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encrypt(PublicKey key, byte[] plain) {
        return encrypt(key, 32, "PKCS5Padding", plain);
    }

    /** Encrypted with a content key that is too short. */
    static byte[] encryptWithShortKey(PublicKey key, byte[] plain) {
        return encrypt(key, 16, "PKCS5Padding", plain);
    }

    /** Encrypted without padding, so that what stands in its place is up to the caller. */
    static byte[] encryptUnpadded(PublicKey key, byte[] plain) {
        return encrypt(key, 32, "NoPadding", plain);
    }

    private static byte[] encrypt(PublicKey key, int contentKeyBytes, String padding, byte[] plain) {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (OutputStream out = encrypting(key, contentKeyBytes, padding, encrypted)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encrypted.toByteArray();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** The header of a pushed text, compressed like this, or not at all if that is null. */
    static String header(@Nullable String compression) {
        return base64(String.format(RAW, compression == null ? "" : ",\"compression\":\"" + compression + "\""));
    }

    static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
