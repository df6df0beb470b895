package me.digi.client.sandbox.internal.state;

import java.security.SecureRandom;
import java.util.function.Consumer;
import me.digi.client.sandbox.internal.jose.Base64Url;
import me.digi.client.sandbox.internal.jose.SeededRandom;
import org.jspecify.annotations.Nullable;

/** Generates random values, which are reproducible with a seed. */
public final class RandomText {
    private final Consumer<byte[]> random;

    /** Creates a generator; the same seed and stream generate the same values. */
    public RandomText(@Nullable String seed, String stream) {
        random = seed == null ? new SecureRandom()::nextBytes : new SeededRandom(seed, stream)::nextBytes;
    }

    /** Returns random bytes in base64url. */
    public String next(int bytes) {
        byte[] value = new byte[bytes];
        random.accept(value);
        return Base64Url.encode(value);
    }
}
