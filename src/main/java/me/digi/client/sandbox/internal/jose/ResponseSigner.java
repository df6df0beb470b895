package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.internal.json.Json;

/** Signs responses with the key that is current, and shows that key, and only that one, as a JWKS. */
public final class ResponseSigner {
    private final KeyPool pool;
    private final String jku;
    private final AtomicInteger rotations = new AtomicInteger();
    private volatile SigningKey key;

    /**
     * Signs with a first key.
     *
     * @param jku the address under which {@link #jwks()} is served
     */
    public ResponseSigner(KeyPool pool, String jku) {
        this.pool = pool;
        this.jku = jku;
        this.key = newKey();
    }

    public void rotate() {
        key = newKey();
    }

    public Map<String, Object> jwks() {
        return Map.of("keys", List.of(key.jwk()));
    }

    /** The payload as a JWT: PS512, {@code typ}, {@code jku} and {@code kid}. */
    public String sign(Map<String, ?> payload, String jkuToName) {
        SigningKey current = key;
        String signed = signingInput(header(current, jkuToName), payload);
        return signed + "." + Base64Url.encode(Ps512.sign(current.keys().getPrivate(), bytes(signed)));
    }

    /** A JWT that looks like {@link #sign}'s and is none. */
    public String forge(Map<String, ?> payload, String jkuToName, Forgery forgery) {
        SigningKey current = key;
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

    /** Both forms of PEM are in use, so rotations alternate between them. */
    private SigningKey newKey() {
        int rotation = rotations.getAndIncrement();
        return new SigningKey("sandbox-" + rotation, pool.take(), rotation % 2 == 0);
    }
}
