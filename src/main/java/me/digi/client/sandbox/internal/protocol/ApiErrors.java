package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import me.digi.client.sandbox.internal.json.ShapeException;

/** The status and error code for each rule. */
public final class ApiErrors {
    private static final int SHOWN = 6;

    private ApiErrors() {}

    /** A parameter, a body or the JWT is malformed. */
    public static ApiError malformed(Rule rule, String what, String came) {
        return new ApiError(rule, 400, "ValidationErrors", what, came);
    }

    /** A value does not have the required shape. */
    public static ApiError malformed(Rule rule, ShapeException e) {
        return new ApiError(
                rule, 400, "ValidationErrors", String.valueOf(e.getMessage()), e.expected(), e.came(), Map.of());
    }

    /** The JWT is well-formed, but not signed by the contract. */
    public static ApiError badSignature(Rule rule) {
        return new ApiError(
                rule,
                401,
                "InvalidJWT",
                "the signature is not the contract's: PS512 with a salt of 64 bytes is expected",
                "a signature that the contract's key does not verify");
    }

    static ApiError unknownClient(String clientId) {
        return new ApiError(
                Rule.CLIENT_ID,
                401,
                "InvalidClient",
                "claims.client_id is not <applicationId>_<contractId> of a known contract",
                "client_id " + clientId);
    }

    static ApiError unknownCloudClient(String application, String contract) {
        return new ApiError(
                Rule.CLOUD_CLIENT,
                401,
                "InvalidClient",
                "claims.sub and claims.iss are not the application and a known contract",
                "sub " + application + ", iss " + contract);
    }

    static ApiError expiredCloudToken(String expiredAt) {
        return new ApiError(
                Rule.CLOUD_EXPIRY, 401, "InvalidToken", "The token is expired", "a JWT that expired at " + expiredAt);
    }

    static ApiError repeatedNonce(String nonce) {
        return new ApiError(
                Rule.NONCE_ONCE,
                406,
                "InvalidRequest",
                "claims.nonce was seen before",
                "the nonce " + nonce + " again");
    }

    static ApiError strayTimestamp(long secondsOff) {
        return new ApiError(
                Rule.TIMESTAMP,
                406,
                "InvalidRequest",
                "claims.timestamp is " + secondsOff + " s off the clock of the service",
                "a timestamp that is " + secondsOff + " s from the sandbox's clock");
    }

    /** The token is unknown, or belongs to another pair or contract. */
    public static ApiError invalidToken(Rule rule, String name, String came) {
        return new ApiError(rule, 401, "InvalidToken", "The token (" + name + ") is invalid", came);
    }

    public static ApiError expiredToken(Rule rule, String name, String expiredAt) {
        return new ApiError(
                rule,
                401,
                "InvalidToken",
                "The token (" + name + ") is expired",
                "a token that expired at " + expiredAt);
    }

    public static ApiError wrongTokenType(String name) {
        return new ApiError(
                Rule.TOKEN_TYPE,
                400,
                "InvalidTokenType",
                "claims." + name + " is a token of the other type",
                "a token of the other type as " + name);
    }

    /** The redirect URI is not registered. */
    public static ApiError redirectUri(String where, String redirectUri) {
        return new ApiError(
                Rule.REDIRECT_URI,
                404,
                "InvalidRedirectUri",
                where + " is not registered in the contract",
                where + " " + redirectUri);
    }

    /** The code or the verifier is wrong. */
    public static ApiError badGrant(Rule rule, String what, String came) {
        return new ApiError(rule, 400, "InvalidGrant", what, came);
    }

    public static ApiError unknownAgent(String name) {
        return new ApiError(
                Rule.SDK_NAME,
                400,
                "SDKInvalid",
                "body.agent.sdk.name is not a known SDK: " + name,
                "the name " + name);
    }

    public static ApiError agentVersion(String version) {
        return new ApiError(
                Rule.SDK_VERSION,
                403,
                "SDKVersionInvalid",
                "body.agent.sdk.version is not a version like 1.2.3",
                "the version " + version);
    }

    public static ApiError scopeOutOfBounds(String what) {
        return new ApiError(Rule.SCOPE, 400, "ScopeOutOfBounds", what, what);
    }

    /** The contract does not permit the operation. */
    public static ApiError wrongContract(String what) {
        return new ApiError(Rule.CONTRACT_KIND, 400, "InvalidContractDataRequest", what, what);
    }

    static ApiError notAcceptable(String what, String accept) {
        return new ApiError(Rule.ACCEPT, 406, "ValidationErrors", what, "Accept: " + accept);
    }

    /** The session belongs to another user or contract, or has expired. */
    public static ApiError session(Rule rule, String what) {
        return new ApiError(rule, 403, "InvalidSession", what, what);
    }

    public static ApiError forbidden(Rule rule, String what) {
        return new ApiError(rule, 403, "Forbidden", what, what);
    }

    public static ApiError notFound(Rule rule, String what) {
        return new ApiError(rule, 404, "NotFound", what, what);
    }

    static ApiError methodNotAllowed(String method, String allowed) {
        return new ApiError(
                Rule.METHOD,
                405,
                "MethodNotAllowed",
                "that path allows only " + allowed,
                "the method " + allowed + " at this path",
                "the method " + method,
                Map.of("Allow", allowed));
    }

    /** Shortens a secret to its beginning and length, which a refusal may show. */
    public static String shortened(String secret) {
        return secret.length() <= 2 * SHOWN
                ? "(" + secret.length() + " characters)"
                : secret.substring(0, SHOWN) + "… (" + secret.length() + " characters)";
    }
}
