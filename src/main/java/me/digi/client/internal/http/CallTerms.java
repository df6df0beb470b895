package me.digi.client.internal.http;

import java.util.List;
import java.util.Map;

/**
 * On which terms a call is made: what an operation says of itself, and everything else is the same for all.
 *
 * @param operation what it is called in errors and in the log
 * @param repeatability whether the request may be sent a second time when something went wrong
 * @param claims what its JWT says besides what the JWTs of all such calls say
 * @param secrets what must not show in an error, should the server repeat it
 * @param isSentOnce whether its body can be read only once, so that not even a refused token lets it be repeated
 */
public record CallTerms(
        String operation,
        Repeatability repeatability,
        Map<String, String> claims,
        List<String> secrets,
        boolean isSentOnce) {
    /** A call that changes nothing, or nothing that matters if it is done twice. */
    public static CallTerms safe(String operation) {
        return new CallTerms(operation, Repeatability.SAFE, Map.of(), List.of(), false);
    }

    /** A call that changes something. */
    public static CallTerms changing(String operation) {
        return new CallTerms(operation, Repeatability.UNLESS_ACTED_ON, Map.of(), List.of(), false);
    }

    /** A call that changes something, whose answer holds what cannot be had again. */
    public static CallTerms answeredOnce(String operation) {
        return new CallTerms(operation, Repeatability.ANSWERED_ONCE, Map.of(), List.of(), false);
    }

    /** A call that opens a session. */
    public static CallTerms openedOnce(String operation) {
        return new CallTerms(operation, Repeatability.OPENED_ONCE, Map.of(), List.of(), false);
    }

    /** The same with claims of its own. */
    public CallTerms withClaims(Map<String, String> further) {
        return new CallTerms(operation, repeatability, further, secrets, isSentOnce);
    }

    /** The same with secrets besides the token. */
    public CallTerms withSecrets(List<String> further) {
        return new CallTerms(operation, repeatability, claims, further, isSentOnce);
    }

    /** The same with a body that can, or cannot, be read again. */
    public CallTerms sentOnce(boolean once) {
        return new CallTerms(operation, repeatability, claims, secrets, once);
    }

    @Override
    public String toString() {
        return "CallTerms[" + operation + "]";
    }
}
