package me.digi.client.internal.crypto;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Creates the JWTs of requests: common claims with a new nonce and timestamp each time, and those of the operation.
 * Safe for use by many threads.
 */
public record RequestSigner(
        ContractKey key, String applicationId, String contractId, Clock clock, RandomStrings random) {
    private static final int CLOUD_SECONDS = 60;

    /**
     * Signs one request, with a new JWT for each send: the server rejects a repeated nonce.
     *
     * @param operationClaims are requested for each send
     */
    public Supplier<String> forRequest(Supplier<Map<String, String>> operationClaims) {
        return () -> {
            Map<String, Object> claims = new LinkedHashMap<>(operationClaims.get());
            claims.put("client_id", applicationId + "_" + contractId);
            claims.put("nonce", random.next());
            claims.put("timestamp", clock.millis());
            return key.sign(claims);
        };
    }

    /** Signs one request to the cloud, with a new JWT, valid for a minute, for each send. */
    public Supplier<String> forCloudRequest() {
        Map<String, String> headers = Map.of("typ", "at+jwt", "kid", contractId + "_" + applicationId + "_0");
        return () -> {
            long now = clock.instant().getEpochSecond();
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("sub", applicationId);
            claims.put("iss", contractId);
            claims.put("aud", "cloud");
            claims.put("iat", now);
            claims.put("exp", now + CLOUD_SECONDS);
            return key.sign(headers, claims);
        };
    }
}
