package me.digi.client.sandbox.internal.state;

import java.security.SecureRandom;
import me.digi.client.sandbox.internal.jose.Base64Url;

/** Values that cannot be guessed. */
public final class RandomText {
    private final SecureRandom random = new SecureRandom();

    /** So many random bytes as base64url. */
    public String next(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64Url.encode(value);
    }
}
