package me.digi.client.internal.crypto;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.content.Content;

/**
 * Encrypts content while it is sent: {@code RSA-OAEP(content key) ‖ IV ‖ AES-256-CBC}, with a new key and IV each time
 * it is opened.
 */
public record EncryptingContent(FileKey key, SecureRandom random) {
    private static final int BLOCK = 16;
    private static final int CONTENT_KEY_BYTES = 32;

    public Content encrypt(Content plain) {
        return plain.transformed(this::encryptedLength, this::encrypted);
    }

    /** Padding adds 1 to 16 bytes. */
    private long encryptedLength(long length) {
        return key.wrappedBytes() + BLOCK + (length / BLOCK + 1) * BLOCK;
    }

    private InputStream encrypted(InputStream plain) {
        byte[] contentKey = new byte[CONTENT_KEY_BYTES];
        byte[] iv = new byte[BLOCK];
        random.nextBytes(contentKey);
        random.nextBytes(iv);
        try {
            byte[] start = Arrays.copyOf(key.wrap(contentKey), key.wrappedBytes() + BLOCK);
            System.arraycopy(iv, 0, start, key.wrappedBytes(), BLOCK);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new IvParameterSpec(iv));
            return new SequenceInputStream(new ByteArrayInputStream(start), new CipherInputStream(plain, cipher));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot encrypt with AES-256-CBC: " + e.getMessage(), e);
        } finally {
            Arrays.fill(contentKey, (byte) 0);
        }
    }
}
