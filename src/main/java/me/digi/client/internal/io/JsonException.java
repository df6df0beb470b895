package me.digi.client.internal.io;

/** A text is not the JSON that it should be. The message says what is wrong, and never quotes the text. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the text. */
    public JsonException(String message) {
        super(message);
    }
}
