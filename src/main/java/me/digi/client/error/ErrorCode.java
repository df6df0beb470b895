package me.digi.client.error;

import java.io.Serializable;
import java.util.Objects;
import me.digi.client.internal.io.OneLine;

/**
 * digi.me's name for an error. The known ones are constants here; any other code reaches the application as it is, so compare
 * with {@code equals}.
 *
 * @param value the code as the service spells it
 */
public record ErrorCode(String value) implements Serializable {
    /** An access or refresh token is invalid or has expired; the message says which of the two. */
    public static final ErrorCode INVALID_TOKEN = new ErrorCode("InvalidToken");

    /** The redirect URI is not registered in the contract. */
    public static final ErrorCode INVALID_REDIRECT_URI = new ErrorCode("InvalidRedirectUri");

    /** The application or the contract is unknown in this environment. */
    public static final ErrorCode INVALID_CLIENT = new ErrorCode("InvalidClient");

    /** The contract is for a single read. */
    public static final ErrorCode INSUFFICIENT_SCOPE = new ErrorCode("InsufficientScope");

    /** The service does not know the agent's name. */
    public static final ErrorCode SDK_INVALID = new ErrorCode("SDKInvalid");

    /** The service does not accept the agent's version. */
    public static final ErrorCode SDK_VERSION_INVALID = new ErrorCode("SDKVersionInvalid");

    /** The request is invalid as such, for example because its nonce was seen before. */
    public static final ErrorCode INVALID_REQUEST = new ErrorCode("InvalidRequest");

    /** A parameter or the request's JWT is malformed. */
    public static final ErrorCode VALIDATION_ERRORS = new ErrorCode("ValidationErrors");

    /** The requested scope goes beyond the contract's. */
    public static final ErrorCode SCOPE_OUT_OF_BOUNDS = new ErrorCode("ScopeOutOfBounds");

    /** The kind of contract does not fit the call. */
    public static final ErrorCode INVALID_CONTRACT_DATA_REQUEST = new ErrorCode("InvalidContractDataRequest");

    /** A JWT, or the code in it, is not valid. */
    public static final ErrorCode INVALID_JWT = new ErrorCode("InvalidJWT");

    /** An authorization code, code verifier or refresh token is not valid. */
    public static final ErrorCode INVALID_GRANT = new ErrorCode("InvalidGrant");

    /** A token of another kind was expected. */
    public static final ErrorCode INVALID_TOKEN_TYPE = new ErrorCode("InvalidTokenType");

    /** There were too many requests; the service may say for how long to wait. */
    public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode("TooManyRequests");

    /** The service failed; another try may succeed. */
    public static final ErrorCode INTERNAL_SERVER_ERROR = new ErrorCode("InternalServerError");

    /** One account has to be authorized again. */
    public static final ErrorCode SERVICE_AUTHORIZATION_ERROR = new ErrorCode("ServiceAuthorizationError");

    /** Any code, known here or not. */
    public ErrorCode {
        Objects.requireNonNull(value, "value");
    }

    /** The code as the service spells it, on one line. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
