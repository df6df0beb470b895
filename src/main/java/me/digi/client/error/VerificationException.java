package me.digi.client.error;

import java.util.Objects;

/**
 * A signed token in the response cannot be trusted: forged, altered, or not signed as digi.me signs. Nothing in it
 * was used. Retrying helps only if an intermediary caused it.
 */
public final class VerificationException extends RequestException {
    private static final long serialVersionUID = 1L;

    /** The checks of a token, in this order. */
    public enum Check {
        /** A signed JWT: three parts, of base64url and JSON. */
        FORMAT,
        /** The declared algorithm is PS512. */
        ALGORITHM,
        /** No critical header ({@code crit}) that this library does not support. */
        CRITICAL_HEADER,
        /** No compressed payload ({@code zip}). */
        COMPRESSION,
        /** A usable key that digi.me publishes ({@code kid}). */
        KEY_ID,
        /** A signature by that key over this token. */
        SIGNATURE,
        /** Not expired ({@code exp}). */
        EXPIRED,
        /** Already valid ({@code nbf}). */
        NOT_YET_VALID
    }

    private final Check check;

    /**
     * A failed check.
     *
     * @param detail completes the message
     */
    public VerificationException(String operation, Check check, String detail) {
        super(
                operation,
                "the signed token in the response to " + operation + " failed verification (" + check + "): " + detail,
                null);
        this.check = Objects.requireNonNull(check, "check");
    }

    /** The first check that failed. */
    public Check check() {
        return check;
    }
}
