package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.DataCaller.Download;
import org.jspecify.annotations.Nullable;

/** Decrypts files, using only the JDK. */
final class Decryption {
    private Decryption() {}

    static byte[] decrypt(byte[] file, PrivateKey key) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        byte[] secret = rsa.doFinal(file, 0, 256);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(secret, "AES"),
                new IvParameterSpec(Arrays.copyOfRange(file, 256, 272)));
        return aes.doFinal(file, 272, file.length - 272);
    }

    /** Returns the decoded header, or null if it is missing. */
    static @Nullable Map<String, ?> metadata(Download download) {
        String header = download.header("x-metadata");
        return header == null
                ? null
                : Json.parseObject(new String(Base64.getUrlDecoder().decode(header), UTF_8));
    }

    static @Nullable Object compression(Download download) {
        Map<String, ?> metadata = metadata(download);
        return metadata == null ? null : metadata.get("compression");
    }

    static byte[] gunzip(byte[] bytes) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Decompresses brotli of uncompressed meta-blocks with a window of 16 bits, bit by bit as in RFC 7932, section 9.2.
     */
    static byte[] unbrotli(byte[] bytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int[] position = {0};
        check(bits(bytes, position, 1) == 0, "window of 16 bits");
        while (bits(bytes, position, 1) == 0) {
            check(bits(bytes, position, 2) == 0, "four nibbles");
            int length = bits(bytes, position, 16) + 1;
            check(bits(bytes, position, 1) == 1, "uncompressed");
            int from = (position[0] + 7) / 8;
            check(bits(bytes, position, from * 8 - position[0]) == 0, "zeros up to the next byte");
            plain.write(bytes, from, length);
            position[0] = (from + length) * 8;
        }
        check(bits(bytes, position, 1) == 1, "the last one is empty");
        check((position[0] + 7) / 8 == bytes.length, "nothing after it");
        return plain.toByteArray();
    }

    private static int bits(byte[] bytes, int[] position, int count) {
        int value = 0;
        for (int i = 0; i < count; i++, position[0]++) {
            value |= (bytes[position[0] / 8] >> (position[0] % 8) & 1) << i;
        }
        return value;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not as expected: " + what);
        }
    }
}
