package me.digi.client.sandbox.internal.protocol;

import java.util.Map;

/** Every error code of the API that the sandbox gives, with its status: the table in one place. */
public final class ApiErrors {
    private ApiErrors() {}

    /** A parameter, a body or the JWT is malformed. */
    public static ApiError malformed(String what) {
        return new ApiError(400, "ValidationErrors", what);
    }

    /** The JWT is well-formed, and not signed by the contract. */
    public static ApiError badSignature() {
        return new ApiError(
                401, "InvalidJWT", "the signature is not the contract's: PS512 with a salt of 64 bytes is expected");
    }

    public static ApiError unknownClient() {
        return new ApiError(
                401, "InvalidClient", "claims.client_id is not <applicationId>_<contractId> of a contract known here");
    }

    static ApiError unknownCloudClient() {
        return new ApiError(
                401, "InvalidClient", "claims.sub and claims.iss are not the application and a contract known here");
    }

    static ApiError expiredCloudToken() {
        return new ApiError(401, "InvalidToken", "The token is expired");
    }

    public static ApiError repeatedNonce() {
        return new ApiError(406, "InvalidRequest", "claims.nonce was seen before");
    }

    public static ApiError strayTimestamp(long secondsOff) {
        return new ApiError(
                406, "InvalidRequest", "claims.timestamp lies " + secondsOff + " s from the clock of the service");
    }

    public static ApiError invalidToken(String name) {
        return new ApiError(401, "InvalidToken", "The token (" + name + ") is invalid");
    }

    public static ApiError expiredToken(String name) {
        return new ApiError(401, "InvalidToken", "The token (" + name + ") is expired");
    }

    public static ApiError wrongTokenType(String name) {
        return new ApiError(400, "InvalidTokenType", "claims." + name + " is a token of the other type");
    }

    /** The redirect URI that comes there is not registered. */
    public static ApiError redirectUri(String where) {
        return new ApiError(404, "InvalidRedirectUri", where + " is not registered in the contract");
    }

    /** The code or the verifier is not good. */
    public static ApiError badGrant(String what) {
        return new ApiError(400, "InvalidGrant", what);
    }

    public static ApiError unknownAgent(String name) {
        return new ApiError(400, "SDKInvalid", "body.agent.sdk.name is not an SDK known here: " + name);
    }

    public static ApiError agentVersion() {
        return new ApiError(403, "SDKVersionInvalid", "body.agent.sdk.version is not a version like 1.2.3");
    }

    public static ApiError scopeOutOfBounds(String what) {
        return new ApiError(400, "ScopeOutOfBounds", what);
    }

    /** The contract is of a kind that may not ask for that. */
    public static ApiError wrongContract(String what) {
        return new ApiError(400, "InvalidContractDataRequest", what);
    }

    /** Another kind of response is asked for than there is. */
    public static ApiError notAcceptable(String what) {
        return new ApiError(406, "ValidationErrors", what);
    }

    /** The session is not one of that user and contract, or has expired. */
    public static ApiError session(String what) {
        return new ApiError(403, "InvalidSession", what);
    }

    /** Whoever asks is known, and may not. */
    public static ApiError forbidden(String what) {
        return new ApiError(403, "Forbidden", what);
    }

    /** There is no such thing. */
    public static ApiError notFound(String what) {
        return new ApiError(404, "NotFound", what);
    }

    static ApiError methodNotAllowed(String allowed) {
        return new ApiError(405, "MethodNotAllowed", "that path takes " + allowed + " alone", Map.of("Allow", allowed));
    }
}
