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

/** Signs responses with the current key, which is the only one in the JWKS. */
public final class ResponseSigner {
    private final KeyPool pool;
    private final String jku;
    private @Nullable SigningKey key;

    /**
     * Signs with a first key, unless another one is restored.
     *
     * @param jku the URL of {@link #jwks()}
     */
    public ResponseSigner(KeyPool pool, String jku) {
        this.pool = pool;
        this.jku = jku;
    }

    /** Replaces the key. */
    public synchronized void rotate() {
        key = key(current().rotation() + 1);
    }

    /** Restores a saved key. */
    public synchronized void restore(int rotation, KeyPair keys) {
        key = new SigningKey(rotation, CompletableFuture.completedFuture(keys));
    }

    /** How often the key was replaced. */
    public int rotation() {
        return current().rotation();
    }

    /** The current key, when it is available. */
    public CompletableFuture<KeyPair> keys() {
        return current().future();
    }

    public Map<String, Object> jwks() {
        return Map.of("keys", List.of(current().jwk()));
    }

    /** Returns a JWT with this payload and {@code jku}. */
    public String sign(Map<String, ?> payload, String tokenJku) {
        SigningKey current = current();
        String signed = signingInput(header(current, tokenJku), payload);
        return signed + "." + Base64Url.encode(Ps512.sign(current.keys().getPrivate(), bytes(signed)));
    }

    /** Returns a forged JWT. */
    public String forge(Map<String, ?> payload, String tokenJku, Forgery forgery) {
        SigningKey current = current();
        return new Forger(header(current, tokenJku), current, pool).forge(payload, forgery);
    }

    /** The URL of {@link #jwks()}. */
    public String jku() {
        return jku;
    }

    static String signingInput(Map<String, ?> header, Map<String, ?> payload) {
        return Base64Url.encode(Json.write(header)) + "." + Base64Url.encode(Json.write(payload));
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(US_ASCII);
    }

    private static Map<String, Object> header(SigningKey current, String tokenJku) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "PS512");
        header.put("typ", "JWT");
        header.put("jku", tokenJku);
        header.put("kid", current.kid());
        return header;
    }

    /** The first key is taken when it is needed, since a saved one may be restored before. */
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
