package me.digi.client.auth;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * Why an authorization failed. digi.me may send codes without a constant: compare with {@code equals}. The code comes
 * through the user's browser: treat it as untrusted text.
 *
 * @param value as digi.me spells it
 */
public record RefusalCode(String value) {
    /** The user cancelled. */
    public static final RefusalCode USER_CANCEL = new RefusalCode("USER_CANCEL");

    /** digi.me failed. */
    public static final RefusalCode SERVER_ERROR = new RefusalCode("SERVER_ERROR");

    /** The page's URL was wrong or too old: request a new one. */
    public static final RefusalCode INVALID_CODE = new RefusalCode("INVALID_CODE");

    /** Adding the service failed. */
    public static final RefusalCode ONBOARD_ERROR = new RefusalCode("ONBOARD_ERROR");

    /** The page could not start. */
    public static final RefusalCode INITIALIZE_CHECK_FAIL = new RefusalCode("INITIALIZE_CHECK_FAIL");

    public RefusalCode {
        Require.secret("value", value);
    }

    /** The code on one line. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
