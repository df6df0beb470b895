package me.digi.client.sandbox.internal.json;

/** A JSON value that does not have the shape asked for. The message names the member. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String path, String what) {
        super(path + " " + what);
    }
}
