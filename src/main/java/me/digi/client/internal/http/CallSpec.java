package me.digi.client.internal.http;

import java.util.List;
import java.util.Map;

/**
 * What differs between calls.
 *
 * @param claims in addition to those of every JWT
 * @param secrets are masked in errors
 * @param isOneShot whether the body can be read only once: the call is then not repeated, even after a rejected
 *     token
 */
public record CallSpec(Operation operation, Map<String, String> claims, List<String> secrets, boolean isOneShot) {
    public static CallSpec of(Operation operation) {
        return new CallSpec(operation, Map.of(), List.of(), false);
    }

    public CallSpec withClaims(Map<String, String> further) {
        return new CallSpec(operation, further, secrets, isOneShot);
    }

    public CallSpec withSecrets(List<String> further) {
        return new CallSpec(operation, claims, further, isOneShot);
    }

    public CallSpec oneShot(boolean once) {
        return new CallSpec(operation, claims, secrets, once);
    }

    @Override
    public String toString() {
        return "CallSpec[" + operation.id() + "]";
    }
}
