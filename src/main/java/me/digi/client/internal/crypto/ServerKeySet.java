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

/** Collects the keys that the server publishes; passes over whatever is not an RSA key of at least 2048 bits. */
public final class ServerKeySet {
    private static final Set<String> MEMBERS = Set.of("keys", "kid", "pem");

    /** Some hundred times what a few keys with their certificates take. */
    private static final int MOST_CHARS = 1 << 20;

    private static final int MOST_ENTRIES = 1000;

    private final Map<String, List<PublicKey>> keys = new HashMap<>();

    private ServerKeySet() {}

    /**
     * Reads a JWKS. An entry that cannot be used is meant for others.
     *
     * @throws JsonException if the text is not a JSON object with a list {@code keys}, or larger than any
     */
    public static ServerKeySet read(String json) {
        if (json.length() > MOST_CHARS) {
            throw new JsonException("it is longer than " + MOST_CHARS + " characters");
        }
        if (!(PartialJson.readObject(json, MEMBERS).get("keys") instanceof List<?> entries)) {
            throw new JsonException("it has no list 'keys'");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new JsonException("it has more than " + MOST_ENTRIES + " keys");
        }
        ServerKeySet set = new ServerKeySet();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> members) {
                set.add(members.get("kid"), members.get("pem"));
            }
        }
        return set;
    }

    /** The usable keys by {@code kid}, of which several may share one. */
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
            // A key of another kind: a token that names it is not verified by any key.
            return;
        }
    }
}
