package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Signs responses with the current key, and shows that key, and no other, as a JWKS. */
public final class ResponseSigner {
    private final KeyPool pool;
    private final String jku;
    private @Nullable SigningKey key;

    /**
     * Signs with a first key, unless another is restored.
     *
     * @param jku the address under which {@link #jwks()} is served
     */
    public ResponseSigner(KeyPool pool, String jku) {
        this.pool = pool;
        this.jku = jku;
    }

    /** Signs with a new key from now on. */
    public synchronized void rotate() {
        key = key(current().rotation() + 1);
    }

    /** Goes on with a key that was in use before. */
    public synchronized void restore(int rotation, KeyPair keys) {
        key = new SigningKey(rotation, CompletableFuture.completedFuture(keys));
    }

    /** How often the key was replaced. */
    public int rotation() {
        return current().rotation();
    }

    /** The current key, once it is found. */
    public CompletableFuture<KeyPair> keys() {
        return current().future();
    }

    public Map<String, Object> jwks() {
        return Map.of("keys", List.of(current().jwk()));
    }

    /** The payload as a JWT: PS512, {@code typ}, {@code jku} and {@code kid}. */
    public String sign(Map<String, ?> payload, String jkuToName) {
        SigningKey current = current();
        String signed = signingInput(header(current, jkuToName), payload);
        return signed + "." + Base64Url.encode(Ps512.sign(current.keys().getPrivate(), bytes(signed)));
    }

    /** A JWT that looks like {@link #sign}'s and is none. */
    public String forge(Map<String, ?> payload, String jkuToName, Forgery forgery) {
        SigningKey current = current();
        return new Forger(header(current, jkuToName), current, pool).forge(payload, forgery);
    }

    /** The address under which {@link #jwks()} is served. */
    public String jku() {
        return jku;
    }

    static String signingInput(Map<String, ?> header, Map<String, ?> payload) {
        return Base64Url.encode(Json.write(header)) + "." + Base64Url.encode(Json.write(payload));
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(US_ASCII);
    }

    private static Map<String, Object> header(SigningKey current, String jkuToName) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "PS512");
        header.put("typ", "JWT");
        header.put("jku", jkuToName);
        header.put("kid", current.kid());
        return header;
    }

    /** A first key is looked for when it is needed: one that was in use before may be restored. */
    private synchronized SigningKey current() {
        if (key == null) {
            key = key(0);
        }
        return key;
    }

    private SigningKey key(int rotation) {
        return new SigningKey(rotation, pool.take("signing-" + rotation));
    }
}
