package me.digi.client.spring;

/**
 * Decides where the browser goes after digi.me. Default: after consent to the path that the form named, or to {@code
 * digime.consent.success-path}; else to {@code digime.consent.refused-path} with the parameter {@code error}, which is
 * digi.me's error code, {@code REFUSED}, {@code INVALID_CALLBACK}, {@code TEMPORARILY_UNAVAILABLE} or {@code
 * SIGN_IN_FAILED}.
 */
@FunctionalInterface
public interface ConsentRedirect {
    /** A path, beginning with the context path, or a URL. */
    String after(ConsentOutcome outcome);
}
