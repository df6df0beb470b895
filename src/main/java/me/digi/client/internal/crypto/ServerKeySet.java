package me.digi.client.internal.crypto;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;

/** The keys that the server publishes. Ignores keys other than RSA of at least 2048 bits. */
public final class ServerKeySet {
    private static final Set<String> MEMBERS = Set.of("keys", "kid", "pem");

    /** About a hundred times a few keys with certificates. */
    private static final int MAX_CHARS = 1 << 20;

    private static final int MAX_ENTRIES = 1000;

    private ServerKeySet() {}

    /**
     * Reads the usable keys of a JWKS, by {@code kid}, which several may share.
     *
     * @throws JsonException if the text is not a JSON object with a list {@code keys}, or too large
     */
    public static Map<String, List<PublicKey>> read(String json) {
        if (json.length() > MAX_CHARS) {
            throw new JsonException("it is longer than " + MAX_CHARS + " characters");
        }
        if (!(PartialJson.readObject(json, MEMBERS).get("keys") instanceof List<?> entries)) {
            throw new JsonException("no list 'keys'");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new JsonException("it has more than " + MAX_ENTRIES + " keys");
        }
        Map<String, List<PublicKey>> keys = new HashMap<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> members
                    && members.get("kid") instanceof String keyId
                    && members.get("pem") instanceof String pem) {
                try {
                    PublicKey key = RsaKeys.publicKey(pem);
                    keys.computeIfAbsent(keyId, unseen -> new ArrayList<>()).add(key);
                } catch (KeyFormatException notForUs) {
                    // Another kind of key; tokens that name it are not verified.
                }
            }
        }
        return Map.copyOf(keys);
    }
}
