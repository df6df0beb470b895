package me.digi.client.auth;

/** A text or object is no key that a contract can have; the message completes "privateKey must be …, but". */
final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    UnusableKeyException(String found) {
        super(found);
        this.found = found;
    }

    String found() {
        return found;
    }
}
