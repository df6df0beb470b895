package me.digi.client.sandbox.internal.jose;

import static me.digi.client.sandbox.internal.jose.ResponseSigner.bytes;
import static me.digi.client.sandbox.internal.jose.ResponseSigner.signingInput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.internal.json.Json;

/** Creates forged tokens, which clients must reject. */
final class Forger {
    private static final int SHORT_SALT_BYTES = 20;

    private final Map<String, Object> header;
    private final SigningKey key;
    private final KeyPool pool;

    Forger(Map<String, Object> header, SigningKey key, KeyPool pool) {
        this.header = header;
        this.key = key;
        this.pool = pool;
    }

    String forge(Map<String, ?> payload, Forgery forgery) {
        return switch (forgery) {
            case BAD_SIGNATURE -> badSignature(payload);
            case EMPTY_SIGNATURE -> signingInput(header, payload) + ".";
            case ALTERED_PAYLOAD -> alteredPayload(payload);
            case RS256 -> signed(with("alg", "RS256"), payload, this::rs256);
            case PS256 -> signed(with("alg", "PS256"), payload, this::ps256);
            case SHORT_SALT -> signed(header, payload, input -> Ps512.sign(privateKey(), input, SHORT_SALT_BYTES));
            case HS256_WITH_PUBLIC_KEY -> signed(with("alg", "HS256"), payload, input -> hmac("HmacSHA256", input));
            case HS512_WITH_PUBLIC_KEY -> signed(with("alg", "HS512"), payload, input -> hmac("HmacSHA512", input));
            case NONE -> signingInput(with("alg", "none"), payload) + ".";
            case FOREIGN_KEY -> signed(header, payload, foreign());
            case UNKNOWN_KID -> signed(with("kid", "unknown-" + key.kid()), payload, this::ps512);
            case MISSING_KID -> signed(without("kid"), payload, this::ps512);
            case DEFLATED -> deflated(payload);
            case CRIT -> signed(crit(), payload, this::ps512);
        };
    }

    private String badSignature(Map<String, ?> payload) {
        String input = signingInput(header, payload);
        byte[] signature = ps512(bytes(input));
        signature[signature.length / 2] ^= 1;
        return input + "." + Base64Url.encode(signature);
    }

    private String alteredPayload(Map<String, ?> payload) {
        byte[] signature = ps512(bytes(signingInput(header, payload)));
        Map<String, Object> altered = new LinkedHashMap<>(payload);
        altered.put("altered", true);
        return signingInput(header, altered) + "." + Base64Url.encode(signature);
    }

    private String deflated(Map<String, ?> payload) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed, new Deflater(9, true))) {
            deflater.write(bytes(Json.write(payload)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String input =
                Base64Url.encode(Json.write(with("zip", "DEF"))) + "." + Base64Url.encode(compressed.toByteArray());
        return input + "." + Base64Url.encode(ps512(bytes(input)));
    }

    private Map<String, Object> crit() {
        Map<String, Object> critical = with("crit", List.of("https://sandbox.example/extension"));
        critical.put("https://sandbox.example/extension", true);
        return critical;
    }

    private Algorithm foreign() {
        PrivateKey foreignKey = pool.take("foreign").join().getPrivate();
        return input -> Ps512.sign(foreignKey, input);
    }

    private byte[] ps512(byte[] input) {
        return Ps512.sign(privateKey(), input);
    }

    private byte[] rs256(byte[] input) {
        return RsaSignature.sign(privateKey(), "SHA256withRSA", null, input);
    }

    private byte[] ps256(byte[] input) {
        return RsaSignature.sign(
                privateKey(),
                "RSASSA-PSS",
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1),
                input);
    }

    private byte[] hmac(String algorithm, byte[] input) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(key.pem()), algorithm));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support " + algorithm, e);
        }
    }

    private PrivateKey privateKey() {
        return key.keys().getPrivate();
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(header);
        changed.put(name, value);
        return changed;
    }

    private Map<String, Object> without(String name) {
        Map<String, Object> changed = new LinkedHashMap<>(header);
        changed.remove(name);
        return changed;
    }

    private static String signed(Map<String, ?> header, Map<String, ?> payload, Algorithm algorithm) {
        String input = signingInput(header, payload);
        return input + "." + Base64Url.encode(algorithm.sign(bytes(input)));
    }

    private interface Algorithm {
        byte[] sign(byte[] input);
    }
}
