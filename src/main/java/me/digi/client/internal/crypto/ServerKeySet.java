package me.digi.client.internal.crypto;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/** The keys that the server publishes. Ignores keys other than RSA of at least 2048 bits. */
public final class ServerKeySet {
    private static final Set<String> MEMBERS = Set.of("keys", "kid", "pem");

    /** About a hundred times a few keys with certificates. */
    private static final int MAX_CHARS = 1 << 20;

    private static final int MAX_ENTRIES = 1000;

    private final Map<String, List<PublicKey>> keys = new HashMap<>();

    private ServerKeySet() {}

    /**
     * Reads a JWKS. Unusable entries are ignored.
     *
     * @throws JsonException if the text is not a JSON object with a list {@code keys}, or too large
     */
    public static ServerKeySet read(String json) {
        if (json.length() > MAX_CHARS) {
            throw new JsonException("it is longer than " + MAX_CHARS + " characters");
        }
        if (!(PartialJson.readObject(json, MEMBERS).get("keys") instanceof List<?> entries)) {
            throw new JsonException("no list 'keys'");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new JsonException("it has more than " + MAX_ENTRIES + " keys");
        }
        ServerKeySet set = new ServerKeySet();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> members) {
                set.add(members.get("kid"), members.get("pem"));
            }
        }
        return set;
    }

    /** Usable keys by {@code kid}; several may share one. */
    public Map<String, List<PublicKey>> keys() {
        return Map.copyOf(keys);
    }

    private void add(@Nullable Object keyId, @Nullable Object pem) {
        if (!(keyId instanceof String name) || !(pem instanceof String text)) {
            return;
        }
        try {
            PublicKey key = RsaKeys.publicKey(text);
            keys.computeIfAbsent(name, unseen -> new ArrayList<>()).add(key);
        } catch (KeyFormatException notForUs) {
            // Another kind of key; tokens that name it are not verified.
            return;
        }
    }
}
