package me.digi.client.sandbox.internal.state;

import java.security.SecureRandom;
import java.util.function.Consumer;
import me.digi.client.sandbox.internal.jose.Base64Url;
import me.digi.client.sandbox.internal.jose.SeededRandom;
import org.jspecify.annotations.Nullable;

/** Values that cannot be guessed; or, with a seed, the same ones each time. */
public final class RandomText {
    private final Consumer<byte[]> random;

    /** A stream of values of that name; with the same seed, the same values. */
    public RandomText(@Nullable String seed, String stream) {
        random = seed == null ? new SecureRandom()::nextBytes : new SeededRandom(seed, stream)::nextBytes;
    }

    /** That many random bytes as base64url. */
    public String next(int bytes) {
        byte[] value = new byte[bytes];
        random.accept(value);
        return Base64Url.encode(value);
    }
}
