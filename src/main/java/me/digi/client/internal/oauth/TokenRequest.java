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
 * @param kind the operation
 * @param claims the claims of its own
 * @param secrets what must not be shown in an error
 */
public record TokenRequest(Operation kind, Map<String, String> claims, List<String> secrets) {
    /** The name of exchanging an authorization code. */
    public static final String EXCHANGE = OAuthApi.EXCHANGE_CODE.id();
    /** The name of exchanging a refresh token. */
    public static final String REFRESH = OAuthApi.REFRESH_TOKEN.id();

    /** The name of the operation, for errors. */
    public String operation() {
        return kind.id();
    }

    /** Exchanges an authorization code. */
    public static TokenRequest exchange(String code, String codeVerifier) {
        return new TokenRequest(
                OAuthApi.EXCHANGE_CODE,
                Map.of("grant_type", "authorization_code", "code", code, "code_verifier", codeVerifier),
                List.of(code, codeVerifier));
    }

    /** Exchanges a refresh token. */
    public static TokenRequest refresh(UserAccessToken pair) {
        String refreshToken = pair.refreshToken().value();
        return new TokenRequest(
                OAuthApi.REFRESH_TOKEN,
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                List.of(refreshToken));
    }

    /** Recognises the same request made again, without keeping its secrets. */
    public String fingerprint(String contractId) {
        return Sha256.base64Url(contractId + "\n" + operation() + "\n" + String.join("\n", secrets));
    }

    /** The response to it. */
    public TokenResponse respondedWith(String token, String contractId, Instant arrivedAt) {
        return new TokenResponse(operation(), fingerprint(contractId), token, arrivedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + operation() + "]";
    }
}
