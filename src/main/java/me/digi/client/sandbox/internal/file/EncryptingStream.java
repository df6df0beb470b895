package me.digi.client.sandbox.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.sandbox.internal.io.BulkOutputStream;

/**
 * Encrypts what is written: a key of 32 bytes in RSA-OAEP (SHA-1, MGF1 with SHA-1), an IV of 16 bytes, then AES-256-CBC
 * with PKCS#7 padding, or with zeros instead, which are not valid padding.
 */
final class EncryptingStream extends BulkOutputStream {
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cipher cipher;
    private final boolean padded;
    private final byte[] buffer = new byte[(1 << 16) + BLOCK];
    private long written;
    private boolean closed;

    EncryptingStream(OutputStream out, PublicKey key, boolean padded) throws IOException {
        super(out);
        this.padded = padded;
        byte[] secret = new byte[32];
        byte[] iv = new byte[BLOCK];
        RANDOM.nextBytes(secret);
        RANDOM.nextBytes(iv);
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT));
            out.write(rsa.doFinal(secret));
            out.write(iv);
            cipher = Cipher.getInstance("AES/CBC/" + (padded ? "PKCS5Padding" : "NoPadding"));
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(iv));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support the encryption of files", e);
        }
    }

    /** Returns the length of the encrypted key, the IV and the ciphertext. */
    static long lengthOf(long plain) {
        return 256 + BLOCK + (plain / BLOCK + 1) * BLOCK;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        written += length;
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, buffer.length - BLOCK);
            try {
                out.write(buffer, 0, cipher.update(bytes, offset + done, count, buffer, 0));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            done += count;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (!padded) {
            write(new byte[BLOCK - (int) (written % BLOCK)]);
        }
        try {
            out.write(cipher.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        out.close();
    }
}
