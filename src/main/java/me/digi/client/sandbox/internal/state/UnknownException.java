package me.digi.client.sandbox.internal.state;

/** The user, contract or account does not exist. */
public final class UnknownException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnknownException(String what, String id) {
        super("unknown " + what + ": " + id);
    }
}
