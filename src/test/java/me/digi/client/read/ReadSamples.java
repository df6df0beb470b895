package me.digi.client.read;

import java.security.KeyPair;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** Keys and encrypted files, for tests and benchmarks outside of this package. */
public final class ReadSamples {
    private ReadSamples() {}

    /** A contract's private key. */
    public static KeyPair newKey() {
        return FileMaker.newKey();
    }

    /** The {@code x-metadata} of a file that is compressed like this, or not at all if that is null. */
    public static String metadata(@Nullable String compression) {
        return FileMaker.header(compression);
    }

    /** An encrypted file of this content. */
    public static byte[] encrypt(PublicKey key, byte[] content) {
        return FileMaker.encrypt(key, content);
    }

    public static byte[] gzip(byte[] plain) {
        return FileMaker.gzip(plain);
    }
}
