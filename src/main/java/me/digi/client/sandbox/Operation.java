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
    /** {@code POST permission-access/trigger}. */
    TRIGGER,
    /** {@code GET permission-access/query/{sessionKey}}. */
    FILE_LIST,
    /** {@code GET permission-access/query/{sessionKey}/{fileName}}. */
    FILE,
    /** {@code HEAD permission-access/query/{sessionKey}/{fileName}}. */
    FILE_METADATA,
    /** {@code GET permission-access/revoke/h:accountId}. */
    REVOKE_ACCOUNT,
    /** {@code DELETE permission-access/service/h:accountId}. */
    DELETE_ACCOUNT,
    /** {@code DELETE user}. */
    DELETE_USER,
    /** {@code GET export/{serviceType}/report}. */
    REPORT,
    /** A page that a person's browser opens. */
    PAGE,
    /** Anything else: an unknown path, or a known one with another method. */
    UNKNOWN
}
