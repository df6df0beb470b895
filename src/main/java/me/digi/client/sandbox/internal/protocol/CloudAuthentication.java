package me.digi.client.sandbox.internal.protocol;

import java.time.Instant;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;

/**
 * Authenticates requests to the cloud: by a JWT of type {@code at+jwt} that a contract signed. It is valid for a
 * minute, and may be used more than once.
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

    Contract authenticate(UnverifiedJwt jwt, RuleCheck rules) {
        rules.check(Rule.JWT_HEADER, Rule.JWT_HEADER_NAMES, HEADER, "header", jwt.header());
        rules.check(
                Rule.CLAIMS, Rule.CLAIM_NAMES, CLAIMS, "claims", jwt.claims().members());
        String applicationId = world.locked(() -> world.contracts().applicationId());
        String contractId = jwt.claims().text("iss");
        Contract contract = world.locked(() -> world.contracts().byId(contractId));
        if (contract == null || !jwt.claims().text("sub").equals(applicationId)) {
            throw ApiErrors.unknownCloudClient(jwt.claims().text("sub"), contractId);
        }
        if (!(contractId + "_" + applicationId + "_0").equals(jwt.header().get("kid"))) {
            rules.refuse(ApiErrors.malformed(
                    Rule.CLOUD_KID,
                    "header.kid must be <contractId>_<applicationId>_0",
                    "kid " + jwt.header().get("kid")));
        }
        if (!jwt.isSignedBy(contract.keys().getPublic())) {
            rules.refuse(ApiErrors.badSignature(Rule.JWT_SIGNATURE));
        }
        checkTimes(jwt.claims().number("iat"), jwt.claims().number("exp"), rules);
        return contract;
    }

    private void checkTimes(long issued, long expires, RuleCheck rules) {
        if (expires - issued != LIFE_SECONDS) {
            rules.refuse(ApiErrors.malformed(
                    Rule.CLOUD_TIMES,
                    "claims.exp must be claims.iat + " + LIFE_SECONDS,
                    "an exp " + (expires - issued) + " s after iat"));
        }
        Instant now = world.now();
        if (!now.isBefore(Instant.ofEpochSecond(expires))) {
            rules.refuse(
                    ApiErrors.expiredCloudToken(Instant.ofEpochSecond(expires).toString()));
        }
        if (Instant.ofEpochSecond(issued).isAfter(now.plus(world.lifetimes().timestampWindow()))) {
            rules.refuse(ApiErrors.malformed(
                    Rule.CLOUD_TIMES, "claims.iat is in the future", "iat " + Instant.ofEpochSecond(issued)));
        }
    }
}
