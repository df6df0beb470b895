package me.digi.client.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import me.digi.client.read.ReadSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed token is verified, whatever is odd in its header beside what decides. */
class UnverifiedTokenTest {
    private static final KeyPair KEY = ReadSamples.newKey();

    static List<String> oddHeaders() {
        return List.of(
                "{\"alg\":\"PS512\",\"kid\":\"k\",\"x5c\":[\"" + "x".repeat(20_000) + "\"]}",
                "\uFEFF{\"alg\":\"PS512\",\"kid\":\"k\"}",
                "{\"alg\":\"PS512\",\"kid\":\"k\",\"new\":1,\"new\":2}",
                "{\"alg\":\"PS512\",\"kid\":\"k\",\"new\":" + "9".repeat(2000) + "}");
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    void t2_whatIsOddInTheHeaderBesideAlgorithmAndKeyIsSkipped(String header) throws Exception {
        UnverifiedToken token = UnverifiedToken.parse(signed(header));

        assertThat(token.keyId()).isEqualTo("k");
        assertThat(token.verifiedBy(List.of(new ServerKey(KEY.getPublic())))).isEqualTo(new VerifiedToken("{}"));
    }

    private static String signed(String header) throws GeneralSecurityException {
        String input = base64(header.getBytes(UTF_8)) + "." + base64("{}".getBytes(UTF_8));
        Signature signature = new Ps512(null).toSign(KEY.getPrivate());
        signature.update(input.getBytes(UTF_8));
        return input + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
