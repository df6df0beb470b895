package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.io.Json;
import org.jspecify.annotations.Nullable;

/** The JWT of a request, valid or not. Each copy is signed when it is used. */
final class RequestJwt {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateKey key;
    private final Map<String, Object> header;
    private final Map<String, @Nullable Object> claims;
    private final int saltBytes;

    private RequestJwt(
            PrivateKey key, Map<String, Object> header, Map<String, @Nullable Object> claims, int saltBytes) {
        this.key = key;
        this.header = header;
        this.claims = claims;
        this.saltBytes = saltBytes;
    }

    /** A JWT with the header and claims of every request. */
    static RequestJwt of(String applicationId, ContractDetails contract, Clock clock) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("client_id", applicationId + "_" + contract.contractId());
        claims.put("nonce", randomText());
        claims.put("timestamp", clock.millis());
        return new RequestJwt(contract.privateKey(), Map.of("alg", "PS512", "typ", "JWT"), claims, 64);
    }

    /** 32 random characters, for a nonce. */
    static String randomText() {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(32, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }

    RequestJwt claim(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new RequestJwt(key, header, more, saltBytes);
    }

    RequestJwt without(String name) {
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(claims);
        fewer.remove(name);
        return new RequestJwt(key, header, fewer, saltBytes);
    }

    RequestJwt header(Map<String, Object> newHeader) {
        return new RequestJwt(key, newHeader, claims, saltBytes);
    }

    RequestJwt salt(int bytes) {
        return new RequestJwt(key, header, claims, bytes);
    }

    RequestJwt signedBy(PrivateKey otherKey) {
        return new RequestJwt(otherKey, header, claims, saltBytes);
    }

    /** Returns the signed JWT. */
    String sign() {
        String input = encode(Json.write(header).getBytes(UTF_8)) + "."
                + encode(Json.write(claims).getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, saltBytes, 1));
            signature.initSign(key);
            signature.update(input.getBytes(US_ASCII));
            return input + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
