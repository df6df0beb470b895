package me.digi.client.internal.crypto;

/** A text or object is not a key that can be used; the message completes "privateKey must be …, but". */
public final class KeyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    KeyFormatException(String found) {
        super(found);
        this.found = found;
    }

    /** What it is instead. */
    public String found() {
        return found;
    }
}
