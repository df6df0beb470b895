package application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import generated.ApiClient;
import generated.ApiException;
import generated.api.OAuthApi;
import generated.api.PermissionAccessApi;
import generated.model.ActionsRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

class GeneratedClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REDIRECT_URI = "https://app.example/return";
    private static final String CODE_VERIFIER = base64Url("0123456789abcdefghijklmnopqrstuv".getBytes(UTF_8));

    @Test
    void signsInAndReadsAccounts() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().redirectUri(REDIRECT_URI).start()) {
            ApiClient client = new ApiClient();
            client.updateBaseUri(sandbox.environment().baseUrl().toString().replaceFirst("/$", ""));
            OAuthApi oauth = new OAuthApi(client);
            PermissionAccessApi data = new PermissionAccessApi(client);

            String preauthorized = oauth.authorize(
                            new ActionsRequest(),
                            signed(
                                    sandbox,
                                    Map.of(
                                            "response_type", "code",
                                            "response_mode", "query",
                                            "redirect_uri", REDIRECT_URI,
                                            "state", "some state",
                                            "code_challenge", sha256(CODE_VERIFIER),
                                            "code_challenge_method", "S256")))
                    .getToken();
            String code = payload(preauthorized).get("preauthorization_code").asText();
            URI callback =
                    sandbox.allow(sandbox.environment().onboardUrl().resolve("authorize?sourceType=pull&code=" + code));
            String token = oauth.requestToken(signed(
                            sandbox,
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "code",
                                    callback.getQuery().replaceFirst("(^|.*&)code=([^&]*).*", "$2"),
                                    "code_verifier",
                                    CODE_VERIFIER)))
                    .getToken();
            String accessToken = payload(token).at("/access_token/value").asText();

            assertEquals(
                    3,
                    data.listAccounts(signed(sandbox, Map.of("access_token", accessToken)))
                            .size());
            ApiException refused = assertThrows(
                    ApiException.class, () -> data.listAccounts(signed(sandbox, Map.of("access_token", "unknown"))));
            assertEquals(401, refused.getCode());
        }
    }

    private static Map<String, String> signed(Sandbox sandbox, Map<String, String> ownClaims) throws Exception {
        ContractDetails contract = sandbox.contract();
        Map<String, Object> claims = new HashMap<>(ownClaims);
        claims.put("client_id", sandbox.applicationId() + "_" + contract.contractId());
        claims.put("nonce", UUID.randomUUID().toString().replace("-", ""));
        claims.put("timestamp", sandbox.clock().millis());
        String content = base64Url(JSON.writeValueAsBytes(Map.of("alg", "PS512", "typ", "JWT"))) + "."
                + base64Url(JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        signature.initSign(contract.privateKey());
        signature.update(content.getBytes(UTF_8));
        return Map.of("Authorization", "Bearer " + content + "." + base64Url(signature.sign()));
    }

    private static JsonNode payload(String jwt) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }

    private static String sha256(String text) throws Exception {
        return base64Url(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
