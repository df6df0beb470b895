package me.digi.client.internal.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.Provider;
import java.util.Arrays;
import me.digi.client.read.ReadSamples;

/** A program that opens a file with its own key and with another, and says how that went. */
final class OpenOnce {
    private OpenOnce() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(outcome());
    }

    static String outcome() throws IOException {
        KeyPair key = ReadSamples.newKey();
        byte[] content = {1, 2, 3};
        byte[] encrypted = ReadSamples.encrypt(key.getPublic(), content);
        Provider fast = FastProvider.find();
        boolean opens = Arrays.equals(content, open(encrypted, key));
        return "fast provider: " + (fast == null ? "none" : fast.getName()) + ", opens: " + opens + ", another key: "
                + failure(encrypted, ReadSamples.newKey());
    }

    private static String failure(byte[] encrypted, KeyPair other) throws IOException {
        try {
            return "opens " + open(encrypted, other).length + " bytes";
        } catch (DamagedFileException e) {
            return e.of("f").problem().toString();
        }
    }

    private static byte[] open(byte[] encrypted, KeyPair key) throws IOException {
        return DecryptingStream.open(
                        new ByteArrayInputStream(encrypted), -1, FileKey.of(key.getPrivate()), Long.MAX_VALUE)
                .readAllBytes();
    }
}
