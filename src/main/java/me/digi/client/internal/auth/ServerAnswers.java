package me.digi.client.internal.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.jwt.ServerKeySet;
import me.digi.client.internal.jwt.ServerTokens;
import me.digi.client.internal.wire.Key;
import me.digi.client.internal.wire.OAuthApi;

/** Reads what the server signs: verified first, and only then taken apart. Safe for use by many threads. */
public final class ServerAnswers {
    private static final int OK = 200;

    private final HttpStack http;
    private final OAuthApi api;
    private final ServerTokens tokens;
    private final Moshi json;

    /** Verifies with the keys that the server publishes under the base URL. */
    public ServerAnswers(HttpStack http, Clock clock, Moshi json) {
        this.http = http;
        this.json = json;
        this.api = http.tokens(OAuthApi.class);
        this.tokens = new ServerTokens(this::fetchKeys, clock);
    }

    /** Sees to it that the server's keys are at hand before a request whose answer must not be lost. */
    public void ensureKeysKnown() {
        tokens.ensureKeysKnown();
    }

    /** The payload of a token that the server answered. */
    public <T> T read(String operation, String token, Class<T> payloadType) {
        String payload = tokens.verify(operation, token).payload();
        try {
            T value = json.adapter(payloadType).fromJson(payload);
            if (value == null) {
                throw new UnexpectedResponseException(operation, OK, "token", "its payload is null");
            }
            return value;
        } catch (JsonDataException e) {
            throw new UnexpectedResponseException(operation, OK, "token", String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnexpectedResponseException(operation, OK, "token", "its payload is not JSON", e);
        }
    }

    private Map<String, PublicKey> fetchKeys() {
        CallContext context = CallContext.unsigned("jwks");
        ServerKeySet keys = new ServerKeySet();
        for (Key key : http.calls().execute(context, api.jwks(context)).keys()) {
            keys.add(key.kid(), key.pem());
        }
        return keys.keys();
    }
}
