package me.digi.client.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.internal.crypto.ServerKeySet;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The floor in {@link SpeedBenchmark}: the same requests by OkHttp, with the same signatures and as many connections, and
 * nothing else. It verifies responses, and finds in them only what the next request needs.
 */
public final class FloorSteps {
    private static final String VERIFIER = BareCrypto.base64("v".repeat(32));
    private static final RequestBody EMPTY = RequestBody.create(new byte[0]);
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern REFRESH_TOKEN =
            Pattern.compile("\"refresh_?[tT]oken\":\\{[^}]*\"value\":\"([^\"]+)\"");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\\{[^}]*\"value\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("code\"?[=:]\"?([^\"&]+)");

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(16, 5, TimeUnit.MINUTES))
            .build();
    /** The client opens a connection for each token request: one that is used again may be gone. */
    private final OkHttpClient connecting = http.newBuilder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .build();

    private final BenchSettings settings;
    private final BareCrypto crypto;
    private final String access;
    private String refresh;
    private PublicKey serverKey;
    private List<String> codes = List.of();
    private List<URI> callbacks = List.of();

    private FloorSteps(BenchSettings settings, String pairName) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.crypto = BareCrypto.ofTheClientsProvider(settings.contractKeyForTheJdk());
        this.access = find(ACCESS_TOKEN, settings.get(pairName));
        this.refresh = find(REFRESH_TOKEN, settings.get(pairName));
    }

    /** Arguments: the directory of the settings, and the name of the token pair. */
    public static void main(String[] arguments) throws Exception {
        FloorSteps floor = new FloorSteps(BenchSettings.read(Path.of(arguments[0])), arguments[1]);
        Steps.serve(Map.of(
                "accounts", floor::listAccounts,
                "refreshes", floor::refresh,
                "authorizations", floor::authorize,
                "visits", floor::visit,
                "exchanges", floor::exchange,
                "small", floor::readSmallFiles,
                "large", floor::download));
    }

    private void listAccounts(int units) throws Exception {
        Steps.inParallel(16, units, unit -> get("api", "permission-access/accounts"));
    }

    private void refresh(int units) throws Exception {
        for (int i = 0; i < units; i++) {
            String claims = "\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + refresh + "\"";
            refresh = find(REFRESH_TOKEN, verified(post("oauth/token", EMPTY, claims)));
        }
    }

    private void authorize(int units) throws Exception {
        RequestBody body = RequestBody.create("{}".getBytes(StandardCharsets.UTF_8), MediaType.get("application/json"));
        codes = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            byte[] challenge =
                    MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            String claims =
                    "\"redirect_uri\":\"https://app.example/callback\",\"state\":\"state\",\"response_type\":\"code\","
                            + "\"response_mode\":\"query\",\"code_challenge_method\":\"S256\",\"code_challenge\":\""
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge) + "\"";
            codes.add(find(CODE, verified(post("oauth/authorize", body, claims))));
        }
    }

    private void visit(int units) {
        callbacks = codes.stream()
                .map(code -> BenchSettings.allow(settings.get("onboard") + "authorize?sourceType=pull&code=" + code))
                .toList();
    }

    private void exchange(int units) throws Exception {
        for (URI callback : callbacks) {
            String claims = "\"grant_type\":\"authorization_code\",\"code\":\"" + find(CODE, callback.getQuery())
                    + "\",\"code_verifier\":\"" + VERIFIER + "\"";
            verified(post("oauth/token", EMPTY, claims));
        }
    }

    private void readSmallFiles(int units) throws Exception {
        Steps.inParallel(4, units, unit -> crypto.decrypt(get("files", "permission-access/query/small/" + unit)));
    }

    /** Not decrypted: the client is meant to do that while it waits for the network. */
    private void download(int units) throws Exception {
        byte[] buffer = new byte[64 << 10];
        for (int i = 0; i < units; i++) {
            try (Response response = http.newCall(signedGet("files", "permission-access/query/large/0"))
                            .execute();
                    InputStream body = response.body().byteStream()) {
                int count;
                do {
                    count = body.read(buffer);
                } while (count >= 0);
            }
        }
    }

    private Request signedGet(String base, String path) throws GeneralSecurityException {
        return signed(base, path, "\"access_token\":\"" + access + "\"").build();
    }

    private byte[] get(String base, String path) throws Exception {
        return send(http, signedGet(base, path));
    }

    private String post(String path, RequestBody body, String claims) throws Exception {
        Request request = signed("api", path, claims).post(body).build();
        return new String(send(connecting, request), StandardCharsets.UTF_8);
    }

    private Request.Builder signed(String base, String path, String claims) throws GeneralSecurityException {
        String client = ",\"client_id\":\"" + settings.get("applicationId") + "_" + settings.get("contractId") + "\"";
        return new Request.Builder()
                .url(settings.get(base) + path)
                .header("Authorization", "Bearer " + crypto.jwt(claims + client));
    }

    private static byte[] send(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(response.body().string());
            }
            return response.body().bytes();
        }
    }

    /** The payload of the token in a response. */
    private String verified(String json) throws Exception {
        if (serverKey == null) {
            Request request = new Request.Builder()
                    .url(settings.get("api") + "jwks/oauth")
                    .build();
            String keys = new String(send(http, request), StandardCharsets.UTF_8);
            serverKey = crypto.imported(
                    ServerKeySet.read(keys).values().iterator().next().get(0));
        }
        String token = find(TOKEN, json);
        int end = token.lastIndexOf('.');
        byte[] signed = token.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        if (!crypto.verify(serverKey, signed, Base64.getUrlDecoder().decode(token.substring(end + 1)))) {
            throw new GeneralSecurityException("the signature is wrong");
        }
        String payload = token.substring(token.indexOf('.') + 1, end);
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(text);
        }
        return matcher.group(1);
    }
}
