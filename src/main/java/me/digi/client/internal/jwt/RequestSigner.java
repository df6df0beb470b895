package me.digi.client.internal.jwt;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the JWT of a request: the claims that all requests share, with a nonce and a time of its own each time it is
 * asked, and those of the operation. Safe for use by many threads.
 */
public final class RequestSigner {
    private final ContractKey key;
    private final String clientId;
    private final Clock clock;
    private final RandomStrings random;

    /** Signs for one application and contract. */
    public RequestSigner(ContractKey key, String applicationId, String contractId, Clock clock, RandomStrings random) {
        this.key = key;
        this.clientId = applicationId + "_" + contractId;
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
            claims.put("client_id", clientId);
            claims.put("nonce", random.next());
            claims.put("timestamp", clock.millis());
            return key.sign(claims);
        };
    }
}
