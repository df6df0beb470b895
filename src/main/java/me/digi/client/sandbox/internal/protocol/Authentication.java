package me.digi.client.sandbox.internal.protocol;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * Checks who sends a request. For the API that is a JWT, signed by a contract, with exactly the claims of the operation, and
 * used once; for the cloud see {@link CloudAuthentication}.
 */
public final class Authentication {
    private static final String SCHEME = "Bearer ";

    private static final ObjectShape COMMON_CLAIMS = ObjectShape.object()
            .required("client_id", Shape.text())
            .required("nonce", Shape.text("[a-zA-Z0-9]{32}", "32 characters of a-z, A-Z and 0-9"))
            .required("timestamp", Shape.wholeNumber(0, Long.MAX_VALUE));

    /** The header has these two, and nothing else. */
    private static final ObjectShape HEADER =
            ObjectShape.object().required("alg", Shape.oneOf("PS512")).required("typ", Shape.oneOf("JWT"));

    private final World world;
    private final CloudAuthentication cloud;

    Authentication(World world) {
        this.world = world;
        this.cloud = new CloudAuthentication(world);
    }

    /** The JWT of the request; null if there is none, or it cannot be read. */
    public static @Nullable UnverifiedJwt read(Request request) {
        try {
            return parse(request);
        } catch (ApiError e) {
            return null;
        }
    }

    /** Reads the JWT. */
    static UnverifiedJwt parse(Request request) {
        String authorization = request.header("Authorization");
        if (authorization == null) {
            throw ApiErrors.malformed(
                    Rule.AUTHORIZATION, "the header Authorization is missing", "no header Authorization");
        }
        if (!authorization.startsWith(SCHEME)) {
            throw ApiErrors.malformed(
                    Rule.AUTHORIZATION, "the header Authorization is not \"Bearer <JWT>\"", "another scheme");
        }
        try {
            return UnverifiedJwt.parse(authorization.substring(SCHEME.length()));
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.JWT_FORM, e);
        }
    }

    /** Checks header, signature, claims, timestamp and nonce, and returns the contract that signed the JWT. */
    Contract admit(UnverifiedJwt jwt, ApiOperation operation, Judge judge) {
        return operation.credentials() == ApiOperation.Credentials.CLOUD_JWT
                ? cloud.admit(jwt, judge)
                : admit(jwt, operation.claims(), judge);
    }

    private Contract admit(UnverifiedJwt jwt, ObjectShape furtherClaims, Judge judge) {
        judge.check(Rule.JWT_HEADER, Rule.JWT_HEADER_NAMES, HEADER, "header", jwt.header());
        String clientId = jwt.claims().optionalText("client_id");
        if (clientId == null) {
            throw ApiErrors.malformed(
                    Rule.CLIENT_ID, "claims.client_id is missing or not a string", "no client_id, or not a string");
        }
        Contract contract = world.locked(() -> world.contracts().byClientId(clientId));
        if (contract == null) {
            throw ApiErrors.unknownClient(clientId);
        }
        if (!jwt.isSignedBy(contract.keys().getPublic())) {
            judge.refuse(ApiErrors.badSignature(Rule.JWT_SIGNATURE));
        }
        judge.check(
                Rule.CLAIMS,
                Rule.CLAIM_NAMES,
                COMMON_CLAIMS.and(furtherClaims),
                "claims",
                jwt.claims().members());
        takeNonce(jwt, judge);
        return contract;
    }

    /** Remembers the nonce, whatever becomes of the request. */
    private void takeNonce(UnverifiedJwt jwt, Judge judge) {
        Long millis = jwt.claims().optionalNumber("timestamp");
        Duration off = Duration.between(Instant.ofEpochMilli(millis == null ? 0 : millis), world.now())
                .abs();
        if (off.compareTo(world.lifetimes().timestampWindow()) > 0) {
            judge.refuse(ApiErrors.strayTimestamp(off.toSeconds()));
        }
        if (!world.locked(() -> world.nonces()
                .add(jwt.claims().text("nonce"), world.now(), world.lifetimes().timestampWindow()))) {
            judge.refuse(ApiErrors.repeatedNonce(jwt.claims().text("nonce")));
        }
    }
}
