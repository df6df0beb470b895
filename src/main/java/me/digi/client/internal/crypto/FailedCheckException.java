package me.digi.client.internal.crypto;

import me.digi.client.error.VerificationException.Check;

/** A token failed verification; becomes a {@code VerificationException} where the operation is known. */
final class FailedCheckException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Check check;

    FailedCheckException(Check check, String what) {
        super(what);
        this.check = check;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    Check check() {
        return check;
    }
}
