package me.digi.client.sandbox.internal.json;

/** The text is not a JSON object. */
public final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJsonException(String message) {
        super(message);
    }
}
