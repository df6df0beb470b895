package me.digi.client.internal.crypto;

/** Not a usable key; the message completes "privateKey must be …, but". */
public final class KeyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFormatException(String found) {
        super(found);
    }

    /** What was found instead. */
    public String found() {
        return String.valueOf(getMessage());
    }
}
