package me.digi.client.spring;

/**
 * The outcome of a consent, when the browser has returned or could not be sent to digi.me. Published as an application
 * event before the browser is redirected.
 */
public sealed interface ConsentOutcome permits ConsentGiven, ConsentRefused, ConsentFailed {
    /** The application's own name for the user. */
    String userKey();
}
