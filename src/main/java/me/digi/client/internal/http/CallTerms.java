package me.digi.client.internal.http;

import java.util.List;
import java.util.Map;

/**
 * The terms of a call: what differs from one operation to the next.
 *
 * @param operation the operation
 * @param claims the claims of its JWT besides those that all such JWTs have
 * @param secrets what must not be shown in an error, should the server repeat it
 * @param isSentOnce whether its body can be read only once, so that it is not repeated even after a refused token
 */
public record CallTerms(Operation operation, Map<String, String> claims, List<String> secrets, boolean isSentOnce) {
    /** The terms of an operation without claims, secrets or a one-time body of its own. */
    public static CallTerms of(Operation operation) {
        return new CallTerms(operation, Map.of(), List.of(), false);
    }

    /** The same with claims of its own. */
    public CallTerms withClaims(Map<String, String> further) {
        return new CallTerms(operation, further, secrets, isSentOnce);
    }

    /** The same with secrets besides the token. */
    public CallTerms withSecrets(List<String> further) {
        return new CallTerms(operation, claims, further, isSentOnce);
    }

    /** The same with a body that can, or cannot, be read again. */
    public CallTerms sentOnce(boolean once) {
        return new CallTerms(operation, claims, secrets, once);
    }

    @Override
    public String toString() {
        return "CallTerms[" + operation.id() + "]";
    }
}
