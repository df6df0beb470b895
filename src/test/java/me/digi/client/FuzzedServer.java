package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.fuzz.CannedSocket;
import me.digi.client.fuzz.FuzzKeys;
import me.digi.client.fuzz.Outcome;
import me.digi.client.internal.io.Json;
import me.digi.client.retry.RetryPolicy;
import okhttp3.OkHttpClient;

/** A client and a server with fuzzed responses and a valid key set. For one thread. */
final class FuzzedServer {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final byte[] KEYS = CannedSocket.response(
            200,
            "application/json",
            Json.write(Map.of(
                            "keys",
                            List.of(Map.of(
                                    "kid",
                                    "k",
                                    "pem",
                                    FuzzKeys.pem(
                                            "PUBLIC KEY",
                                            FuzzKeys.PAIR.getPublic().getEncoded())))))
                    .getBytes(UTF_8));

    private static final byte[] NO_TOKEN =
            CannedSocket.response(400, "application/json", "{\"error\":{\"code\":\"InvalidRequest\"}}".getBytes(UTF_8));

    private final boolean isTokenServer;
    private volatile byte[] response = NO_TOKEN;
    private long count;

    final DigiMe digiMe = DigiMe.builder()
            .applicationId("application")
            .environment(Environment.builder()
                    .baseUrl("http://127.0.0.1:9/")
                    .cloudUrl("http://127.0.0.1:9/cloud/")
                    .build())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .ticker(() -> 0)
            .sleeper(pause -> {})
            .retryPolicy(RetryPolicy.none())
            .httpClient(new OkHttpClient.Builder()
                    .socketFactory(new TestSocketFactory(() -> new CannedSocket(this::responseTo)))
                    .build())
            .build();

    /** Sends the fuzzed response to token requests, or to all others. */
    FuzzedServer(boolean isTokenServer) {
        this.isTokenServer = isTokenServer;
    }

    private byte[] responseTo(String path) {
        if (path.endsWith("jwks/oauth")) {
            return KEYS;
        }
        return path.endsWith("oauth/token") == isTokenServer ? response : NO_TOKEN;
    }

    void respond(byte[] bytes) {
        response = bytes;
    }

    /** A pair that was never presented. */
    UserAccessToken newPair() {
        count++;
        return UserAccessToken.builder()
                .accessToken(Token.of(Outcome.SECRET + "-access-" + count, null))
                .refreshToken(Token.of(Outcome.SECRET + "-refresh-" + count, null))
                .build();
    }

    /** A user without a known pair. */
    DigiMeUser newUser() {
        UserAccessToken pair = newPair();
        return KnownUser.of(digiMe, FuzzKeys.CONTRACT, "user-" + count, pair);
    }
}
