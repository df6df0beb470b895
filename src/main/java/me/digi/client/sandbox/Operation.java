package me.digi.client.sandbox;

/** The operations of the sandbox, named as in {@code api-spec}: {@code LIST_ACCOUNTS} is {@code listAccounts}. */
public enum Operation {
    /** {@code POST oauth/authorize}. */
    AUTHORIZE,
    /** {@code POST oauth/token} with an authorization code. */
    EXCHANGE_CODE,
    /** {@code POST oauth/token} with a refresh token. */
    REFRESH_TOKEN,
    /** {@code POST oauth/token/reference}. */
    CREATE_TOKEN_REFERENCE,
    /** {@code POST reference}. */
    CREATE_REFERENCE,
    /** {@code GET jwks/oauth}. */
    FETCH_SIGNING_KEYS,
    /** {@code GET permission-access/accounts}. */
    LIST_ACCOUNTS,
    /** {@code POST permission-access/trigger}. */
    START_SESSION,
    /** {@code GET permission-access/query/{sessionKey}}. */
    LIST_FILES,
    /** {@code GET permission-access/query/{sessionKey}/{fileName}}. */
    DOWNLOAD_FILE,
    /** {@code HEAD permission-access/query/{sessionKey}/{fileName}}. */
    FETCH_FILE_METADATA,
    /** {@code GET permission-access/revoke/h:accountId}. */
    REVOKE_ACCOUNT_PERMISSION,
    /** {@code DELETE permission-access/service/h:accountId}. */
    DELETE_ACCOUNT,
    /** {@code DELETE user}. */
    DELETE_USER,
    /** {@code GET export/{serviceType}/report}. */
    DOWNLOAD_REPORT,
    /** {@code POST permission-access/import}. */
    PUSH_TO_LIBRARY,
    /** {@code POST permission-access/import/h:accountId/{standard}/{version}}. */
    PUSH_TO_PROVIDER,
    /** {@code GET permission-access/contract}. */
    DESCRIBE_CONTRACT,
    /** {@code GET permission-access/sample/datasets/{sourceId}}. */
    LIST_SAMPLE_DATA_SETS,
    /** {@code POST discovery/sources}. */
    LIST_SOURCES,
    /** {@code POST discovery/countries}. */
    LIST_COUNTRIES,
    /** {@code POST discovery/platforms}. */
    LIST_PLATFORMS,
    /** {@code POST discovery/categories}. */
    LIST_CATEGORIES,
    /** {@code POST discovery/sourceTypes}. */
    LIST_SOURCE_TYPES,
    /** {@code POST storage}. */
    CREATE_STORAGE,
    /** {@code GET storage}. */
    FETCH_STORAGE,
    /** In the cloud: {@code GET} of a folder. */
    LIST_STORAGE_FILES,
    /** In the cloud: {@code POST} of a file. */
    UPLOAD_STORAGE_FILE,
    /** In the cloud: {@code GET} of a file. */
    DOWNLOAD_STORAGE_FILE,
    /** In the cloud: {@code DELETE} of a file. */
    DELETE_STORAGE_FILE,
    /** In the cloud: {@code DELETE} of a folder. */
    DELETE_STORAGE_FOLDER,
    /** A page that a person's browser opens. */
    PAGE,
    /** Anything else: an unknown path, or a known one with another method. */
    UNKNOWN
}
