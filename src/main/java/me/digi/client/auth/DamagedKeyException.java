package me.digi.client.auth;

/** The bytes are no RSA private key; the message completes "privateKey must be an RSA private key, but …". */
final class DamagedKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    DamagedKeyException(String found) {
        super(found);
        this.found = found;
    }

    String found() {
        return found;
    }
}
