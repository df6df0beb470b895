package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The JWTs of requests, taken apart by hand. */
class RequestJwtTest {
    private static final int SALT_BYTES = 64;
    private static final int HASH_BYTES = 64;

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    /** One of each kind of signed request. */
    private List<RecordedRequest> signedRequests() {
        UserAccessToken token = local.token();
        local.digiMe.refreshToken(local.contract, token);
        local.digiMe
                .reauthorize(local.contract, token)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
        local.digiMe
                .authorize(local.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .storageId("storage")
                .start();
        List<RecordedRequest> signed = local.sandbox.requests().all().stream()
                .filter(request -> request.operation() != Operation.FETCH_SIGNING_KEYS)
                .toList();
        assertThat(signed).hasSize(6);
        return signed;
    }

    private static String jwt(RecordedRequest request) {
        String authorization = request.header("Authorization");
        assertThat(authorization).matches("Bearer [A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        return authorization.substring("Bearer ".length());
    }

    @Test
    void theHeaderIsExactlyAlgorithmAndType() {
        assertThat(signedRequests())
                .allSatisfy(
                        request -> assertThat(part(jwt(request), 0)).isEqualTo(Map.of("alg", "PS512", "typ", "JWT")));
    }

    @Test
    void everyRequestHasTheClientTheTimeInMillisecondsAndItsOwnNonce() {
        List<RecordedRequest> requests = signedRequests();
        assertThat(requests).allSatisfy(request -> {
            Map<String, ?> claims = part(jwt(request), 1);
            assertThat(claims.get("client_id")).isEqualTo("sandbox-app_sandbox-contract");
            assertThat(claims.get("timestamp")).isEqualTo(local.sandbox.clock().millis());
            assertThat(claims.get("nonce").toString()).matches("[a-zA-Z0-9]{32}");
            assertThat(claims).doesNotContainKeys("iat", "exp", "nbf", "jti", "iss", "sub", "aud");
        });
        assertThat(requests).extracting(request -> request.claim("nonce")).doesNotHaveDuplicates();
    }

    @Test
    void theSignatureIsPs512WithASaltOf64Bytes() throws Exception {
        for (RecordedRequest request : signedRequests()) {
            String jwt = jwt(request);
            int end = jwt.lastIndexOf('.');
            byte[] signature = Base64.getUrlDecoder().decode(jwt.substring(end + 1));
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, SALT_BYTES, 1));
            verifier.initVerify(publicKey());
            verifier.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            assertThat(verifier.verify(signature)).isTrue();
            assertThat(saltLength(signature)).isEqualTo(SALT_BYTES);
        }
    }

    @Test
    void theVerifierIsThirtyTwoLettersAndDigitsInBase64UrlAndTheChallengeItsHash() throws Exception {
        String verifier = local.allow(local.link()).code().codeVerifier();
        byte[] inner = Base64.getUrlDecoder().decode(verifier);
        assertThat(new String(inner, StandardCharsets.US_ASCII)).matches("[a-zA-Z0-9]{32}");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(local.last(Operation.AUTHORIZE).claim("code_challenge"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void theLookUpOfTheServersKeysCarriesNoCredentials() {
        local.link();
        assertThat(local.last(Operation.FETCH_SIGNING_KEYS).header("Authorization"))
                .isNull();
    }

    @Test
    void aKeyThatCannotSignIsTheApplicationsErrorAndNothingIsSent() {
        local.link();
        local.forget();
        ContractDetails hardware = ContractDetails.builder()
                .contractId("sandbox-contract")
                .privateKey(new HardwareKey())
                .build();
        assertThatThrownBy(() -> local.digiMe
                        .authorize(hardware)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("signing the request failed");
        assertThat(local.asked()).isEmpty();
    }

    private static Map<String, ?> part(String jwt, int index) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
        return Json.parseObject(new String(json, StandardCharsets.UTF_8));
    }

    private PublicKey publicKey() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) local.contract.privateKey();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    /** By undoing EMSA-PSS (RFC 8017, 9.1.2): a verifier that takes any length would not notice. */
    private int saltLength(byte[] signature) throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) local.contract.privateKey();
        byte[] encoded = new BigInteger(1, signature)
                .modPow(key.getPublicExponent(), key.getModulus())
                .toByteArray();
        int length = key.getModulus().bitLength() / 8;
        byte[] message = new byte[length];
        int copied = Math.min(encoded.length, length);
        System.arraycopy(encoded, encoded.length - copied, message, length - copied, copied);
        int maskedLength = length - HASH_BYTES - 1;
        byte[] hash = new byte[HASH_BYTES];
        System.arraycopy(message, maskedLength, hash, 0, HASH_BYTES);
        byte[] mask = new byte[maskedLength];
        for (int block = 0; block * HASH_BYTES < maskedLength; block++) {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(hash);
            digest.update(new byte[] {0, 0, 0, (byte) block});
            byte[] bytes = digest.digest();
            System.arraycopy(
                    bytes, 0, mask, block * HASH_BYTES, Math.min(HASH_BYTES, maskedLength - block * HASH_BYTES));
        }
        int start = 0;
        while ((byte) (message[start] ^ mask[start]) != 1) {
            assertThat(start == 0 ? (message[0] ^ mask[0]) & 0x7f : message[start] ^ mask[start])
                    .isZero();
            start++;
        }
        return maskedLength - start - 1;
    }
}
