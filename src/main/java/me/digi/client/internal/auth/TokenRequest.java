package me.digi.client.internal.auth;

import java.util.List;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.Sha256;

/**
 * A request to the token endpoint.
 *
 * @param operation what it is called in errors
 * @param claims the claims of its own
 * @param secrets what must not show in an error
 */
public record TokenRequest(String operation, Map<String, String> claims, List<String> secrets) {
    static final String REFRESH = "refreshToken";

    /** Exchanges an authorization code. */
    public static TokenRequest exchange(String code, String codeVerifier) {
        return new TokenRequest(
                "exchangeCode",
                Map.of("grant_type", "authorization_code", "code", code, "code_verifier", codeVerifier),
                List.of(code, codeVerifier));
    }

    /** Exchanges a refresh token. */
    public static TokenRequest refresh(UserAccessToken pair) {
        String refreshToken = pair.refreshToken().value();
        return new TokenRequest(
                REFRESH, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), List.of(refreshToken));
    }

    /** Recognises the same request made again, without keeping its secrets. */
    public String fingerprint(String contractId) {
        return Sha256.base64Url(contractId + "\n" + operation + "\n" + String.join("\n", secrets));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + operation + "]";
    }
}
