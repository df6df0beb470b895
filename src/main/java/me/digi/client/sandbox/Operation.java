package me.digi.client.sandbox;

/** What the sandbox can be asked. */
public enum Operation {
    /** {@code POST oauth/authorize}. */
    AUTHORIZE,
    /** {@code POST oauth/token} with an authorization code. */
    EXCHANGE,
    /** {@code POST oauth/token} with a refresh token. */
    REFRESH,
    /** {@code POST oauth/token/reference}. */
    TOKEN_REFERENCE,
    /** {@code POST reference}. */
    REFERENCE,
    /** {@code GET jwks/oauth}. */
    JWKS,
    /** {@code GET permission-access/accounts}. */
    ACCOUNTS,
    /** A page that a person's browser opens. */
    PAGE,
    /** Anything else: an unknown path, or a known one with another method. */
    UNKNOWN
}
