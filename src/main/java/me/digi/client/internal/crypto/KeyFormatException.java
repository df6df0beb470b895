package me.digi.client.internal.crypto;

/** Not a usable key; the message, which says what was found instead, completes "privateKey must be …, but". */
public final class KeyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFormatException(String found) {
        super(found);
    }
}
