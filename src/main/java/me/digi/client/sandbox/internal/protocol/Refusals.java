package me.digi.client.sandbox.internal.protocol;

import java.util.Map;

/** Every error code of the API that the sandbox gives, with its status: the table in one place. */
public final class Refusals {
    private Refusals() {}

    /** A parameter, a body or the JWT is malformed. */
    public static Refusal malformed(String what) {
        return new Refusal(400, "ValidationErrors", what);
    }

    /** The JWT is well-formed, and not signed by the contract. */
    public static Refusal badSignature() {
        return new Refusal(
                401, "InvalidJWT", "the signature is not the contract's: PS512 with a salt of 64 bytes is expected");
    }

    public static Refusal unknownClient() {
        return new Refusal(
                401, "InvalidClient", "claims.client_id is not <applicationId>_<contractId> of a contract known here");
    }

    static Refusal unknownCloudClient() {
        return new Refusal(
                401, "InvalidClient", "claims.sub and claims.iss are not the application and a contract known here");
    }

    static Refusal expiredCloudToken() {
        return new Refusal(401, "InvalidToken", "The token is expired");
    }

    public static Refusal repeatedNonce() {
        return new Refusal(406, "InvalidRequest", "claims.nonce was seen before");
    }

    public static Refusal strayTimestamp(long secondsOff) {
        return new Refusal(
                406, "InvalidRequest", "claims.timestamp lies " + secondsOff + " s from the clock of the service");
    }

    public static Refusal invalidToken(String name) {
        return new Refusal(401, "InvalidToken", "The token (" + name + ") is invalid");
    }

    public static Refusal expiredToken(String name) {
        return new Refusal(401, "InvalidToken", "The token (" + name + ") is expired");
    }

    public static Refusal wrongTokenType(String name) {
        return new Refusal(400, "InvalidTokenType", "claims." + name + " is a token of the other type");
    }

    /** The redirect URI that comes there is not registered. */
    public static Refusal redirectUri(String where) {
        return new Refusal(404, "InvalidRedirectUri", where + " is not registered in the contract");
    }

    /** The code or the verifier is not good. */
    public static Refusal badGrant(String what) {
        return new Refusal(400, "InvalidGrant", what);
    }

    public static Refusal unknownAgent(String name) {
        return new Refusal(400, "SDKInvalid", "body.agent.sdk.name is not an SDK known here: " + name);
    }

    public static Refusal agentVersion() {
        return new Refusal(403, "SDKVersionInvalid", "body.agent.sdk.version is not a version like 1.2.3");
    }

    public static Refusal scopeOutOfBounds(String what) {
        return new Refusal(400, "ScopeOutOfBounds", what);
    }

    /** The contract is of a kind that may not ask for that. */
    public static Refusal wrongContract(String what) {
        return new Refusal(400, "InvalidContractDataRequest", what);
    }

    /** Another kind of answer is asked for than there is. */
    public static Refusal notAcceptable(String what) {
        return new Refusal(406, "ValidationErrors", what);
    }

    /** The session is not one of that user and contract, or has expired. */
    public static Refusal session(String what) {
        return new Refusal(403, "InvalidSession", what);
    }

    /** Whoever asks is known, and may not. */
    public static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden", what);
    }

    /** There is no such thing. */
    public static Refusal notFound(String what) {
        return new Refusal(404, "NotFound", what);
    }

    static Refusal methodNotAllowed(String allowed) {
        return new Refusal(405, "MethodNotAllowed", "that path takes " + allowed + " alone", Map.of("Allow", allowed));
    }
}
