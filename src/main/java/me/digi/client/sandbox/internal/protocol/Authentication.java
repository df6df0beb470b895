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
 * Authenticates requests to the API: by a JWT that a contract signed, with exactly the claims of the operation, used
 * once. For requests to the cloud, see {@link CloudAuthentication}.
 */
public final class Authentication {
    private static final String SCHEME = "Bearer ";

    private static final ObjectShape COMMON_CLAIMS = ObjectShape.object()
            .required("client_id", Shape.text())
            .required("nonce", Shape.text("[a-zA-Z0-9]{32}", "32 characters of a-z, A-Z and 0-9"))
            .required("timestamp", Shape.wholeNumber(0, Long.MAX_VALUE));

    /** The header of JWTs for the API. */
    public static final ObjectShape JWT_HEADER =
            ObjectShape.object().required("alg", Shape.oneOf("PS512")).required("typ", Shape.oneOf("JWT"));

    private final World world;
    private final CloudAuthentication cloud;

    Authentication(World world) {
        this.world = world;
        this.cloud = new CloudAuthentication(world);
    }

    /** Returns the JWT of a request, or null if it is missing or unreadable. */
    public static @Nullable UnverifiedJwt read(Request request) {
        try {
            return parse(request);
        } catch (ApiError e) {
            return null;
        }
    }

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
    Contract authenticate(UnverifiedJwt jwt, ApiOperation operation, RuleCheck rules) {
        return operation.credentials == ApiOperation.Credentials.CLOUD_JWT
                ? cloud.authenticate(jwt, rules)
                : authenticate(jwt, operation.claims, rules);
    }

    private Contract authenticate(UnverifiedJwt jwt, ObjectShape moreClaims, RuleCheck rules) {
        rules.check(Rule.JWT_HEADER, Rule.JWT_HEADER_NAMES, JWT_HEADER, "header", jwt.header());
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
            rules.refuse(ApiErrors.badSignature(Rule.JWT_SIGNATURE));
        }
        rules.check(
                Rule.CLAIMS,
                Rule.CLAIM_NAMES,
                COMMON_CLAIMS.and(moreClaims),
                "claims",
                jwt.claims().members());
        checkNonce(jwt, rules);
        return contract;
    }

    /** The nonce counts as used even if the request is refused. */
    private void checkNonce(UnverifiedJwt jwt, RuleCheck rules) {
        Long millis = jwt.claims().optionalNumber("timestamp");
        Duration off = Duration.between(Instant.ofEpochMilli(millis == null ? 0 : millis), world.now())
                .abs();
        if (off.compareTo(world.lifetimes().timestampWindow()) > 0) {
            rules.refuse(ApiErrors.strayTimestamp(off.toSeconds()));
        }
        if (!world.locked(() -> world.nonces()
                .add(jwt.claims().text("nonce"), world.now(), world.lifetimes().timestampWindow()))) {
            rules.refuse(ApiErrors.repeatedNonce(jwt.claims().text("nonce")));
        }
    }
}
