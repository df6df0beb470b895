package me.digi.client.sandbox.internal.state;

/** There is no such user, contract or account. */
public final class UnknownException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnknownException(String what, String id) {
        super("unknown " + what + ": " + id);
    }
}
