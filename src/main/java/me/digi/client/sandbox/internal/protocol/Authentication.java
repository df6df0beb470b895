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
 * Who asks. For the API that is the JWT of a request, signed by a contract, with exactly the claims of the operation, and
 * never twice; for the cloud see {@link CloudAuthentication}.
 */
public final class Authentication {
    private static final String SCHEME = "Bearer ";

    private static final ObjectShape COMMON_CLAIMS = ObjectShape.object()
            .required("client_id", Shape.text())
            .required("nonce", Shape.text("[a-zA-Z0-9]{32}", "32 characters of a-z, A-Z and 0-9"))
            .required("timestamp", Shape.wholeNumber(0, Long.MAX_VALUE));

    /** The header: these two, and nothing else. */
    private static final ObjectShape HEADER =
            ObjectShape.object().required("alg", Shape.oneOf("PS512")).required("typ", Shape.oneOf("JWT"));

    private final World world;
    private final CloudAuthentication cloud;

    Authentication(World world) {
        this.world = world;
        this.cloud = new CloudAuthentication(world);
    }

    /** The JWT that the request carries, if there is one that can be read. */
    public static @Nullable UnverifiedJwt read(Request request) {
        try {
            return parse(request);
        } catch (ApiError | ShapeException e) {
            return null;
        }
    }

    /** Reads the JWT. */
    static UnverifiedJwt parse(Request request) {
        String authorization = request.header("Authorization");
        if (authorization == null) {
            throw ApiErrors.malformed("the header Authorization is missing");
        }
        if (!authorization.startsWith(SCHEME)) {
            throw ApiErrors.malformed("the header Authorization is not \"Bearer <JWT>\"");
        }
        return UnverifiedJwt.parse(authorization.substring(SCHEME.length()));
    }

    /** The contract that signed the JWT, once header, signature and claims are as they should be, and its time is now. */
    Contract admit(UnverifiedJwt jwt, ApiOperation operation) {
        return operation.credentials() == ApiOperation.Credentials.CLOUD_JWT
                ? cloud.admit(jwt)
                : admit(jwt, operation.claims());
    }

    private Contract admit(UnverifiedJwt jwt, ObjectShape furtherClaims) {
        HEADER.check("header", jwt.header());
        String clientId = jwt.claims().optionalText("client_id");
        if (clientId == null) {
            throw ApiErrors.malformed("claims.client_id is missing or not a string");
        }
        Contract contract = world.locked(() -> world.contracts().byClientId(clientId));
        if (contract == null) {
            throw ApiErrors.unknownClient();
        }
        if (!jwt.isSignedBy(contract.keys().getPublic())) {
            throw ApiErrors.badSignature();
        }
        COMMON_CLAIMS.and(furtherClaims).check("claims", jwt.claims().members());
        takeNonce(jwt);
        return contract;
    }

    /** Takes the nonce, which is gone from here on, whatever becomes of the request. */
    private void takeNonce(UnverifiedJwt jwt) {
        Long millis = jwt.claims().optionalNumber("timestamp");
        Duration off = Duration.between(Instant.ofEpochMilli(millis == null ? 0 : millis), world.now())
                .abs();
        if (off.compareTo(world.lifetimes().timestampWindow()) > 0) {
            throw ApiErrors.strayTimestamp(off.toSeconds());
        }
        if (!world.locked(() -> world.nonces().add(jwt.claims().text("nonce")))) {
            throw ApiErrors.repeatedNonce();
        }
    }
}
