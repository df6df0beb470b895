package me.digi.client.internal.io;

/** Text is not valid JSON, or not of the expected structure. The message never quotes it. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
