package me.digi.client.read;

import java.security.KeyPair;
import java.security.PublicKey;
import me.digi.client.auth.UserAccessToken;

/** Files, a session and a token for benchmarks of reading. */
public final class ReadSamples {
    private ReadSamples() {}

    /** A contract's private key. */
    public static KeyPair newKey() {
        return FileMaker.newKey();
    }

    /** A session that lasts. */
    public static Session session() {
        return FileServer.SESSION;
    }

    /** A token that lasts. */
    public static UserAccessToken token() {
        return FileServer.token();
    }

    /** The {@code x-metadata} of an uncompressed file. */
    public static String metadata() {
        return FileMaker.header(null);
    }

    /** An encrypted file of this content. */
    public static byte[] encrypt(PublicKey key, byte[] content) {
        return FileMaker.encrypt(key, content);
    }

    /** An encrypted file of this many random bytes. */
    public static byte[] encrypt(PublicKey key, int length) {
        return FileMaker.encrypt(key, FileMaker.random(length));
    }

    public static byte[] gzip(byte[] plain) {
        return FileMaker.gzip(plain);
    }
}
