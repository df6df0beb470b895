package me.digi.client.internal.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.io.BulkInputStream;

/**
 * Decrypts a stream of {@code RSA-OAEP(content key) ‖ IV ‖ AES-256-CBC} with PKCS#7 padding. The last block is withheld
 * until its padding is verified. For one thread.
 */
public final class DecryptingStream extends BulkInputStream {
    private static final int BLOCK = 16;
    /** As many as a read of OkHttp's streams gives at most. */
    private static final int BUFFER = 8 << 10;

    private final InputStream encrypted;
    private final Cipher cipher;
    private final byte[] input;
    private byte[] output;
    private final long maxBytes;
    private long encryptedBytes;
    private int position;
    private int limit;
    private boolean ended;

    private DecryptingStream(InputStream encrypted, Cipher cipher, int buffer, long maxBytes) {
        this.encrypted = encrypted;
        this.cipher = cipher;
        this.input = new byte[buffer];
        this.output = new byte[buffer + 2 * BLOCK];
        this.maxBytes = maxBytes;
    }

    /**
     * Reads and decrypts the content key.
     *
     * @param length the bytes of the file; -1 if unknown
     * @param maxBytes the most encrypted bytes: compressed data can be endless without content, such as empty gzip
     *     members
     */
    public static DecryptingStream open(InputStream encrypted, long length, FileKey key, long maxBytes)
            throws IOException {
        if (length >= 0) {
            checkLength(length, key);
        }
        byte[] start = readFully(encrypted, key.wrappedBytes() + BLOCK);
        SecretKey contentKey = key.unwrap(Arrays.copyOf(start, key.wrappedBytes()));
        try {
            // Providers call PKCS#7 padding "PKCS5".
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, contentKey, new IvParameterSpec(start, key.wrappedBytes(), BLOCK));
            int buffer = length < 0 ? BUFFER : (int) Math.min(BUFFER, Math.max(BLOCK, length - start.length));
            return new DecryptingStream(encrypted, cipher, buffer, maxBytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot decrypt AES-256-CBC: " + e.getMessage(), e);
        }
    }

    /** Rejects lengths that are too short or not whole blocks. */
    public static void checkLength(long length, FileKey key) throws DamagedFileException {
        long contentBytes = length - key.wrappedBytes() - BLOCK;
        if (contentBytes < BLOCK || contentBytes % BLOCK != 0) {
            throw new DamagedFileException(Problem.LENGTH, "it has " + length + " bytes");
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(output, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** Fills the output buffer; false at the end. */
    private boolean fill() throws IOException {
        while (position == limit) {
            if (ended) {
                return false;
            }
            position = 0;
            limit = 0;
            int count = encrypted.read(input, 0, input.length);
            limit = count < 0 ? finish() : update(count);
        }
        return true;
    }

    private int update(int count) throws DamagedFileException {
        encryptedBytes += count;
        if (encryptedBytes > maxBytes) {
            throw new DamagedFileException(
                    Problem.TOO_LARGE, "it has more than " + maxBytes + " bytes before decompression");
        }
        reserve(count);
        try {
            return cipher.update(input, 0, count, output, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the output buffer is too small", e);
        }
    }

    /** Providers hold back different amounts of what they were given: Bouncy Castle's FIPS provider up to 16 blocks. */
    private void reserve(int count) {
        int needed = cipher.getOutputSize(count);
        if (needed > output.length) {
            output = new byte[needed];
        }
    }

    private int finish() throws DamagedFileException {
        if (encryptedBytes == 0 || encryptedBytes % BLOCK != 0) {
            throw new DamagedFileException(
                    Problem.LENGTH, "its content has " + encryptedBytes + " bytes, not one or more blocks of " + BLOCK);
        }
        ended = true;
        reserve(0);
        try {
            return cipher.doFinal(output, 0);
        } catch (BadPaddingException e) {
            throw new DamagedFileException(Problem.PADDING, null, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the final block cannot be decrypted", e);
        }
    }

    @Override
    public void close() throws IOException {
        encrypted.close();
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int have = 0;
        while (have < length) {
            int count = in.read(bytes, have, length - have);
            if (count < 0) {
                throw new DamagedFileException(Problem.LENGTH, "it ends within its first " + length + " bytes");
            }
            have += count;
        }
        return bytes;
    }
}
