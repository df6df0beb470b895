package me.digi.client.sandbox.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value does not match its {@link Shape}. The message names the member, and shows no value that may be secret.
 */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable String expected;
    private final transient String came;

    /** Something is wrong with a member: it "is missing", it "must be …". */
    public ShapeException(String path, String what) {
        super(path + " " + what);
        this.expected = what.startsWith("must ") ? path + " " + what : null;
        this.came = path + " " + what;
    }

    /** A member "must be …", and was something else. */
    public ShapeException(String path, String expected, String came) {
        super(path + " must " + expected + ", was " + came);
        this.expected = path + " must " + expected;
        this.came = path + " was " + came;
    }

    /** What the member must be; null if the message only says what is wrong. */
    public @Nullable String expected() {
        return expected;
    }

    public String came() {
        return came;
    }
}
