package me.digi.client.internal.oauth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import me.digi.client.auth.UserAccessToken;
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
import me.digi.client.internal.io.KnownPath;
import me.digi.client.internal.wire.OAuthApi;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Verifies and then parses the server's signed responses. Safe for use by many threads. */
public final class SignedResponses {
    private static final String KEYS = OAuthApi.FETCH_SIGNING_KEYS.id();

    private final HttpStack http;
    private final OAuthApi api;
    private final ServerTokens tokens;
    private final Clock clock;
    private final Moshi json;

    /**
     * Verifies with the keys published under the base URL.
     *
     * @param ticker monotonic time in nanoseconds
     */
    public SignedResponses(HttpStack http, Clock clock, LongSupplier ticker, Moshi json) {
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.api = http.tokens(OAuthApi.class);
        this.tokens = new ServerTokens(KEYS, this::fetchKeys, clock, ticker);
    }

    /** Fetches the server's keys if none are cached. */
    public void ensureKeysKnown(Deadline deadline) {
        tokens.ensureKeysKnown(deadline);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Verifies and parses a token that has just arrived.
     *
     * @param status of the response, for exceptions
     * @param deadline for fetching keys
     */
    public <T> T read(Operation of, int status, String token, Class<T> payloadType, Deadline deadline) {
        String operation = of.id();
        String payload = tokens.verified(operation, token, deadline).payload();
        try {
            T value = json.adapter(payloadType).fromJson(payload);
            if (value == null) {
                throw new UnexpectedResponseException(operation, status, "token", "the payload is null");
            }
            return value;
        } catch (JsonDataException e) {
            throw new UnexpectedResponseException(operation, status, "token", KnownPath.problem(e));
        } catch (IOException namesMembers) {
            throw new UnexpectedResponseException(operation, status, "token", "the payload is not JSON");
        }
    }

    /** Uses only cached keys. */
    ReadResult read(TokenResponse response, @Nullable UserAccessToken old) {
        return read(tokens.verify(response.operation(), response.token(), response.arrivedAt()), response, old);
    }

    /** Fetches keys if necessary. */
    ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        return read(
                tokens.verifyAfterLookup(
                        response.operation(), response.token(), response.arrivedAt(), http.tokenDeadline()),
                response,
                old);
    }

    private static ReadResult read(Verification verification, TokenResponse response, @Nullable UserAccessToken old) {
        if (verification instanceof Verified verified) {
            try {
                return PairPayload.read(response, verified.token().payload(), old);
            } catch (UnexpectedResponseException e) {
                return new ReadResult.Unreadable(e);
            }
        }
        return verification instanceof Unverified open
                ? new ReadResult.Unverified(open.why())
                : new ReadResult.Unreadable(((Rejected) verification).why());
    }

    private Map<String, List<PublicKey>> fetchKeys(Deadline deadline) {
        CallContext context = CallContext.unsigned(OAuthApi.FETCH_SIGNING_KEYS, deadline);
        try (ResponseBody body = http.calls().execute(context, api.fetchSigningKeys(context))) {
            return ServerKeySet.read(body.string()).keys();
        } catch (JsonException | IOException e) {
            throw new UnexpectedResponseException(KEYS, context.status(), "$", String.valueOf(e.getMessage()), e);
        }
    }
}
