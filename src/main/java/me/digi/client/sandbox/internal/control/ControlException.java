package me.digi.client.sandbox.internal.control;

/** The control API refuses a request, with a status other than 400. */
final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ControlException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ControlException notFound(String message) {
        return new ControlException(404, "NotFound", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
