package me.digi.client.error;

import java.io.Serializable;
import java.util.Objects;
import me.digi.client.internal.io.OneLine;

/**
 * digi.me's error code. Codes without a constant are passed through: compare with {@code equals}.
 *
 * @param value as digi.me spells it
 */
public record ErrorCode(String value) implements Serializable {
    /** An access or refresh token is invalid or expired; the message says which. */
    public static final ErrorCode INVALID_TOKEN = new ErrorCode("InvalidToken");

    /** The redirect URI is not registered in the contract. */
    public static final ErrorCode INVALID_REDIRECT_URI = new ErrorCode("InvalidRedirectUri");

    /** The application or contract is unknown in this environment. */
    public static final ErrorCode INVALID_CLIENT = new ErrorCode("InvalidClient");

    /** The contract allows a single read. */
    public static final ErrorCode INSUFFICIENT_SCOPE = new ErrorCode("InsufficientScope");

    /** digi.me does not know the agent's name. */
    public static final ErrorCode SDK_INVALID = new ErrorCode("SDKInvalid");

    /** digi.me does not accept the agent's version. */
    public static final ErrorCode SDK_VERSION_INVALID = new ErrorCode("SDKVersionInvalid");

    /** The request is invalid, for example because its nonce was used before. */
    public static final ErrorCode INVALID_REQUEST = new ErrorCode("InvalidRequest");

    /** A parameter or the request's JWT is malformed. */
    public static final ErrorCode VALIDATION_ERRORS = new ErrorCode("ValidationErrors");

    /** The requested scope exceeds the contract's. */
    public static final ErrorCode SCOPE_OUT_OF_BOUNDS = new ErrorCode("ScopeOutOfBounds");

    /** The kind of contract does not fit the call. */
    public static final ErrorCode INVALID_CONTRACT_DATA_REQUEST = new ErrorCode("InvalidContractDataRequest");

    /** A JWT, or the code in it, is invalid. */
    public static final ErrorCode INVALID_JWT = new ErrorCode("InvalidJWT");

    /** An authorization code, code verifier or refresh token is invalid. */
    public static final ErrorCode INVALID_GRANT = new ErrorCode("InvalidGrant");

    /** A token of another kind was expected. */
    public static final ErrorCode INVALID_TOKEN_TYPE = new ErrorCode("InvalidTokenType");

    /** Too many requests; see {@link ApiException#retryAfter()}. */
    public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode("TooManyRequests");

    /** digi.me failed; a retry may succeed. */
    public static final ErrorCode INTERNAL_SERVER_ERROR = new ErrorCode("InternalServerError");

    /** One account has to be authorized again. */
    public static final ErrorCode SERVICE_AUTHORIZATION_ERROR = new ErrorCode("ServiceAuthorizationError");

    public ErrorCode {
        Objects.requireNonNull(value, "value");
    }

    /** The code on one line. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
