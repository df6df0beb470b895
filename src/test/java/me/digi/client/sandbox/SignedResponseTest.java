package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How responses are signed, and how they are forged. */
class SignedResponseTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void aResponseWithoutFaultsVerifies() {
        assertThat(JwtCheck.verifies(authorize().token(), jwks())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void noForgeryVerifiesAndEachAppliesOnce(Forgery forgery) {
        sandbox.failNext(Operation.AUTHORIZE, forgery);
        Reply forged = authorize();
        assertThat(forged.status()).isEqualTo(201);
        assertThat(forged.token()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]*");
        assertThat(JwtCheck.verifies(forged.token(), jwks())).isFalse();
        assertThat(JwtCheck.verifies(authorize().token(), jwks())).isTrue();
    }

    @Test
    void forgeriesMatchTheirNames() {
        assertThat(forged(Forgery.RS256).tokenHeader()).containsEntry("alg", "RS256");
        assertThat(forged(Forgery.NONE).tokenHeader()).containsEntry("alg", "none");
        assertThat(forged(Forgery.NONE).token()).endsWith(".");
        assertThat(forged(Forgery.HS256_WITH_PUBLIC_KEY).tokenHeader()).containsEntry("alg", "HS256");
        assertThat(forged(Forgery.DEFLATED).tokenHeader()).containsEntry("zip", "DEF");
        assertThat(forged(Forgery.CRIT).tokenHeader()).containsKey("crit");
        assertThat(forged(Forgery.MISSING_KID).tokenHeader()).doesNotContainKey("kid");
        Map<?, ?> jwk = (Map<?, ?>) ((List<?>) jwks().json().get("keys")).get(0);
        assertThat(forged(Forgery.FOREIGN_KEY).tokenHeader().get("kid")).isEqualTo(jwk.get("kid"));
        assertThat(forged(Forgery.UNKNOWN_KID).tokenHeader().get("kid")).isNotEqualTo(jwk.get("kid"));
    }

    @Test
    void aResponseWithAForeignJkuHasAValidSignature() {
        URI elsewhere = URI.create("http://127.0.0.1:1/jwks");
        Reply reply = forged(new ForeignJku(elsewhere));
        assertThat(reply.tokenHeader()).containsEntry("jku", elsewhere.toString());
        assertThat(JwtCheck.verifies(reply.token(), jwks())).isTrue();
        Reply attack = forged(new ForeignJku(elsewhere).and(Forgery.FOREIGN_KEY));
        assertThat(attack.tokenHeader()).containsEntry("jku", elsewhere.toString());
        assertThat(JwtCheck.verifies(attack.token(), jwks())).isFalse();
    }

    @Test
    void rotationReplacesTheKeyAndAlternatesTheKindOfPem() throws GeneralSecurityException {
        Reply before = jwks();
        String signedBefore = authorize().token();
        sandbox.rotateKeys();
        Reply after = jwks();
        String signedAfter = authorize().token();
        assertThat(JwtCheck.verifies(signedAfter, after)).isTrue();
        assertThat(JwtCheck.verifies(signedAfter, before)).isFalse();
        assertThat(JwtCheck.verifies(signedBefore, after)).isFalse();

        assertThat(jwk(before).get("pem").toString()).startsWith("-----BEGIN RSA PUBLIC KEY-----\n");
        assertThat(jwk(after).get("pem").toString()).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertModulusIs(jwk(before), pkcs1Modulus(jwk(before)));
        assertModulusIs(jwk(after), spkiModulus(jwk(after)));
    }

    private static void assertModulusIs(Map<?, ?> jwk, BigInteger modulus) {
        byte[] n = Base64.getUrlDecoder().decode((String) jwk.get("n"));
        assertThat(n).hasSize(256);
        assertThat(new BigInteger(1, n)).isEqualTo(modulus);
    }

    private static BigInteger spkiModulus(Map<?, ?> jwk) throws GeneralSecurityException {
        return ((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(jwk))))
                .getModulus();
    }

    /** The header of the sequence (4 bytes), the header of the modulus (4 bytes), and the modulus (257 bytes). */
    private static BigInteger pkcs1Modulus(Map<?, ?> jwk) {
        byte[] der = der(jwk);
        assertThat(der).startsWith(0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01);
        return new BigInteger(Arrays.copyOfRange(der, 8, 8 + 257));
    }

    private static byte[] der(Map<?, ?> jwk) {
        return Base64.getMimeDecoder().decode(jwk.get("pem").toString().replaceAll("-----[A-Z ]+-----", ""));
    }

    private static Map<?, ?> jwk(Reply jwks) {
        return (Map<?, ?>) ((List<?>) jwks.json().get("keys")).get(0);
    }

    private Reply forged(Fault fault) {
        sandbox.failNext(Operation.AUTHORIZE, fault);
        return authorize();
    }

    private Reply authorize() {
        return caller.authorize(caller.authorizeJwt(SandboxCaller.verifier()));
    }

    private Reply jwks() {
        return caller.send("GET", "jwks/oauth", null, null);
    }
}
