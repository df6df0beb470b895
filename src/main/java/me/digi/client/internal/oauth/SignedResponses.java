package me.digi.client.internal.oauth;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.crypto.ServerKeySet;
import me.digi.client.internal.crypto.ServerTokens;
import me.digi.client.internal.crypto.Verification;
import me.digi.client.internal.crypto.Verification.Rejected;
import me.digi.client.internal.crypto.Verification.Unverified;
import me.digi.client.internal.crypto.Verification.Verified;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.internal.wire.OAuthApi;
import okhttp3.ResponseBody;

/** Verifies and then parses the server's signed responses. Safe for use by many threads. */
public final class SignedResponses {
    private static final String KEYS = OAuthApi.FETCH_SIGNING_KEYS.id();

    private final HttpStack http;
    private final OAuthApi api;
    private final ServerTokens tokens;
    private final Clock clock;

    /**
     * Verifies with the keys published under the base URL.
     *
     * @param ticker monotonic time in nanoseconds
     */
    public SignedResponses(HttpStack http, Clock clock, LongSupplier ticker) {
        this.http = http;
        this.clock = clock;
        this.api = http.tokens(OAuthApi.class);
        this.tokens = new ServerTokens(KEYS, this::fetchKeys, ticker);
    }

    /** Fetches the server's keys if none are cached. */
    public void ensureKeysKnown(Deadline deadline) {
        tokens.ensureKeysKnown(deadline);
    }

    ServerTokens tokens() {
        return tokens;
    }

    /**
     * Verifies a token that has just arrived, and reads text from its payload.
     *
     * @param status of the response, for exceptions
     * @param deadline for fetching keys
     */
    public String readText(Operation of, int status, String token, String member, Deadline deadline) {
        String operation = of.id();
        Verification verification = tokens.verifyAfterLookup(operation, token, clock.instant(), deadline);
        if (!(verification instanceof Verified verified)) {
            throw verification instanceof Unverified open ? open.why() : ((Rejected) verification).why();
        }
        try {
            return JsonObject.parse(verified.payload()).text(member);
        } catch (JsonException e) {
            throw new UnexpectedResponseException(operation, status, "token", String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, List<PublicKey>> fetchKeys(Deadline deadline) {
        CallContext context = new CallContext(OAuthApi.FETCH_SIGNING_KEYS, deadline, null, List.of(), null);
        try (ResponseBody body = http.calls().execute(context, api.fetchSigningKeys(context))) {
            return ServerKeySet.read(body.string());
        } catch (JsonException | IOException e) {
            throw new UnexpectedResponseException(KEYS, context.status(), "$", String.valueOf(e.getMessage()), e);
        }
    }
}
