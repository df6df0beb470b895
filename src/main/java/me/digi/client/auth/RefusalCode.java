package me.digi.client.auth;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * Why an authorization did not happen. Those that are known are constants here; digi.me may name others, so compare with
 * {@code equals}. It came through the user's browser, so show it as what it is: somebody's text.
 *
 * @param value as digi.me spells it
 */
public record RefusalCode(String value) {
    /** The user cancelled. */
    public static final RefusalCode USER_CANCEL = new RefusalCode("USER_CANCEL");

    /** digi.me failed. */
    public static final RefusalCode SERVER_ERROR = new RefusalCode("SERVER_ERROR");

    /** The page's address was wrong or too old: make a new one. */
    public static final RefusalCode INVALID_CODE = new RefusalCode("INVALID_CODE");

    /** Adding the service failed. */
    public static final RefusalCode ONBOARD_ERROR = new RefusalCode("ONBOARD_ERROR");

    /** The page could not start. */
    public static final RefusalCode INITIALIZE_CHECK_FAIL = new RefusalCode("INITIALIZE_CHECK_FAIL");

    /** Any code, known here or not. */
    public RefusalCode {
        Require.secret("value", value);
    }

    /** The code as digi.me spells it, on one line. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
