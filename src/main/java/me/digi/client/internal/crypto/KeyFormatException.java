package me.digi.client.internal.crypto;

/** Not a usable key; the message completes "privateKey must be …, but". */
public final class KeyFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    KeyFormatException(String found) {
        super(found);
        this.found = found;
    }

    /** What was found instead. */
    public String found() {
        return found;
    }
}
