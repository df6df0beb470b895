package me.digi.client.internal.crypto;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the JWT of a request: the claims that all requests share, with a nonce and a time of its own each time it is
 * asked, and those of the operation. Safe for use by many threads.
 */
public final class RequestSigner {
    private static final int CLOUD_SECONDS = 60;

    private final ContractKey key;
    private final String applicationId;
    private final String contractId;
    private final Clock clock;
    private final RandomStrings random;

    /** Signs for one application and contract. */
    public RequestSigner(ContractKey key, String applicationId, String contractId, Clock clock, RandomStrings random) {
        this.key = key;
        this.applicationId = applicationId;
        this.contractId = contractId;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What signs one request, afresh for each time it is sent: a nonce that the server has seen is refused.
     *
     * @param operationClaims the claims that the operation adds, asked for each time
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

    /** What signs one request to the cloud, afresh for each time it is sent: it holds for a minute. */
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

    /** The key that also signs what is no request. */
    public ContractKey key() {
        return key;
    }
}
