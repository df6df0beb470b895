package me.digi.client.sandbox.internal.page;

/** The address of a page is not good, and there is no callback to say so to: the person sees the message. */
public final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    PageException(int status, String message) {
        super(message);
        this.status = status;
    }

    PageException(String message) {
        this(400, message);
    }

    int status() {
        return status;
    }
}
