package me.digi.client.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.crypto.DecryptingStream;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.read.Compression;

/** An encrypted file: whole as it comes, or what its content decrypts to, padding included. */
public final class EncryptedFileFuzz {
    private static final int BLOCK = 16;
    private static final FileKey KEY = FileKey.of(FuzzKeys.PAIR.getPrivate());
    private static final List<Compression> COMPRESSIONS = List.of(Compression.values());
    private static final byte[] CONTENT_KEY = Arrays.copyOf(new byte[] {1, 2, 3}, 32);
    private static final byte[] START = start();
    private static final Outcome OUTCOME = Outcome.documented(DamagedFileException.class);

    private EncryptedFileFuzz() {}

    /** Loads all that is needed before time is taken. */
    public static void fuzzerInitialize() {
        seeds().forEach(seed -> fuzzerTestOneInput(seed));
    }

    /** Decrypts and decompresses. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        byte[] file = chosen.choice() % 2 == 0 ? chosen.bytes() : encrypted(chosen.bytes());
        Compression compression = COMPRESSIONS.get(chosen.choice() / 2 % COMPRESSIONS.size());
        OUTCOME.of(() -> {
            DecryptingStream.checkLength(file.length, KEY);
            CompressionFuzz.read(compression.decompress(
                    DecryptingStream.open(new ByteArrayInputStream(file), file.length, KEY, Long.MAX_VALUE)));
            return null;
        });
    }

    /** A text, nothing, a wrong padding, a content key of another length, and what is for another key. */
    public static List<byte[]> seeds() {
        byte[] text = padded("what is in the file".getBytes(StandardCharsets.UTF_8));
        byte[] foreign = encrypted(text);
        Arrays.fill(foreign, 0, 256, (byte) 0xFF);
        return new Seeds()
                .choosing(0, new Seeds().bytes(encrypted(text), foreign, new byte[300], new byte[0]))
                .choosing(1, new Seeds().bytes(text, padded(new byte[0]), new byte[32]))
                .choosing(3, new Seeds().bytes(padded(GzipFuzz.seeds().get(0))))
                .choosing(5, new Seeds().bytes(padded(BrotliFuzz.seeds().get(0))))
                .all();
    }

    private static byte[] padded(byte[] plain) {
        int padding = BLOCK - plain.length % BLOCK;
        byte[] padded = Arrays.copyOf(plain, plain.length + padding);
        Arrays.fill(padded, plain.length, padded.length, (byte) padding);
        return padded;
    }

    private static byte[] start() {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, FuzzKeys.PAIR.getPublic());
            return Arrays.copyOf(rsa.doFinal(CONTENT_KEY), 256 + BLOCK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file whose content decrypts to these bytes, less what does not fill a block. */
    private static byte[] encrypted(byte[] padded) {
        try {
            Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(CONTENT_KEY, "AES"), new IvParameterSpec(new byte[BLOCK]));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(START);
            file.writeBytes(aes.doFinal(padded, 0, padded.length / BLOCK * BLOCK));
            return file.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
