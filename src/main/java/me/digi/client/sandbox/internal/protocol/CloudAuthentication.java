package me.digi.client.sandbox.internal.protocol;

import java.time.Instant;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * Who asks the cloud: a JWT of the type {@code at+jwt} that the contract signed, made for a minute by whoever holds it. It
 * may come more than once.
 */
final class CloudAuthentication {
    private static final long LIFE_SECONDS = 60;

    private static final ObjectShape HEADER = ObjectShape.object()
            .required("alg", Shape.oneOf("PS512"))
            .required("typ", Shape.oneOf("at+jwt"))
            .required("kid", Shape.text());

    private static final Shape SECONDS = Shape.wholeNumber(0, 253_402_300_799L);

    private static final ObjectShape CLAIMS = ObjectShape.object()
            .required("sub", Shape.text())
            .required("iss", Shape.text())
            .required("aud", Shape.oneOf("cloud"))
            .required("iat", SECONDS)
            .required("exp", SECONDS);

    private final World world;

    CloudAuthentication(World world) {
        this.world = world;
    }

    Contract admit(UnverifiedJwt jwt) {
        HEADER.check("header", jwt.header());
        CLAIMS.check("claims", jwt.claims().members());
        String applicationId = world.locked(() -> world.contracts().applicationId());
        String contractId = jwt.claims().text("iss");
        Contract contract = world.locked(() -> world.contracts().byId(contractId));
        if (contract == null || !jwt.claims().text("sub").equals(applicationId)) {
            throw ApiErrors.unknownCloudClient();
        }
        if (!(contractId + "_" + applicationId + "_0").equals(jwt.header().get("kid"))) {
            throw ApiErrors.malformed("header.kid must be <contractId>_<applicationId>_0");
        }
        if (!jwt.isSignedBy(contract.keys().getPublic())) {
            throw ApiErrors.badSignature();
        }
        checkTimes(jwt.claims().optionalNumber("iat"), jwt.claims().optionalNumber("exp"));
        return contract;
    }

    private void checkTimes(@Nullable Long issued, @Nullable Long expires) {
        if (issued == null || expires == null || expires - issued != LIFE_SECONDS) {
            throw ApiErrors.malformed("claims.exp must be claims.iat and " + LIFE_SECONDS);
        }
        Instant now = world.now();
        if (!now.isBefore(Instant.ofEpochSecond(expires))) {
            throw ApiErrors.expiredCloudToken();
        }
        if (Instant.ofEpochSecond(issued).isAfter(now.plus(world.lifetimes().timestampWindow()))) {
            throw ApiErrors.malformed("claims.iat lies in the future");
        }
    }
}
