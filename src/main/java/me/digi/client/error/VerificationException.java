package me.digi.client.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The response has a signed token that cannot be trusted: forged, altered on the way, or signed in a way that
 * digi.me does not sign. Nothing of the token was used. Another try helps only if someone in between did it.
 */
public final class VerificationException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What a token must pass, in the order in which it is looked at. */
    public enum Check {
        /** It is a signed JWT: three parts, of base64url and JSON. */
        FORMAT,
        /** It says that it is signed with PS512, and with nothing else. */
        ALGORITHM,
        /** It wants nothing understood that this library does not know ({@code crit}). */
        CRITICAL_HEADER,
        /** Its payload is not compressed ({@code zip}). */
        COMPRESSION,
        /** It names a key that the service publishes and that can be used ({@code kid}). */
        KEY_ID,
        /** The signature is that key's, over this very token. */
        SIGNATURE,
        /** It has not expired ({@code exp}). */
        EXPIRED,
        /** Its time has come ({@code nbf}). */
        NOT_YET_VALID
    }

    private final String operation;
    private final Check check;

    /** A token in the response to this operation failed this check; the detail completes the message. */
    public VerificationException(String operation, Check check, String detail, @Nullable Throwable cause) {
        super(
                "the signed token in the response to " + operation + " failed verification (" + check + "): " + detail,
                cause);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.check = Objects.requireNonNull(check, "check");
    }

    /** A token in the response to this operation failed this check; the detail completes the message. */
    public VerificationException(String operation, Check check, String detail) {
        this(operation, check, detail, null);
    }

    /** The operation, as {@code api-spec} names it, such as {@code refreshToken}. */
    public String operation() {
        return operation;
    }

    /** The first check that the token failed. */
    public Check check() {
        return check;
    }
}
