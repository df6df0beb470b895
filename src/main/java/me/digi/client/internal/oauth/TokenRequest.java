package me.digi.client.internal.oauth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.Sha256;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.wire.OAuthApi;

/**
 * A request to the token endpoint.
 *
 * @param claims of this operation
 * @param secrets are masked in errors
 */
public record TokenRequest(Operation kind, Map<String, String> claims, List<String> secrets) {
    public static final String EXCHANGE = OAuthApi.EXCHANGE_CODE.id();
    public static final String REFRESH = OAuthApi.REFRESH_TOKEN.id();

    public String operation() {
        return kind.id();
    }

    public static TokenRequest exchange(String code, String codeVerifier) {
        return new TokenRequest(
                OAuthApi.EXCHANGE_CODE,
                Map.of("grant_type", "authorization_code", "code", code, "code_verifier", codeVerifier),
                List.of(code, codeVerifier));
    }

    public static TokenRequest refresh(UserAccessToken pair) {
        String refreshToken = pair.refreshToken().value();
        return new TokenRequest(
                OAuthApi.REFRESH_TOKEN,
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                List.of(refreshToken));
    }

    /** Identifies a repeated request without storing its secrets. */
    public String fingerprint(String contractId) {
        return Sha256.base64Url(contractId + "\n" + operation() + "\n" + String.join("\n", secrets));
    }

    public TokenResponse response(String token, String contractId, Instant arrivedAt) {
        return new TokenResponse(operation(), fingerprint(contractId), token, arrivedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + operation() + "]";
    }
}
