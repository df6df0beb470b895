package me.digi.client.internal.jwt;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the keys that the server publishes; leaves out what is no RSA key of at least 2048 bits. */
public final class ServerKeySet {
    private final Map<String, PublicKey> keys = new HashMap<>();

    /** Adds one entry of the JWKS; an entry that this library cannot use is none of its business. */
    public void add(@Nullable String keyId, @Nullable String pem) {
        if (keyId == null || pem == null) {
            return;
        }
        try {
            keys.putIfAbsent(keyId, PublicKeyPem.parse(pem));
        } catch (GeneralSecurityException notForUs) {
            // A key of another kind, for other readers of the set: a token that names it finds no key, and is refused.
            return;
        }
    }

    /** The usable keys by {@code kid}. */
    public Map<String, PublicKey> keys() {
        return Map.copyOf(keys);
    }
}
