package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.TestSleepers;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server of files in front of a sandbox, which handles the tokens. */
class TokensBeneathReadingTest {
    private static final String REDIRECT_URI = "https://app.example/callback";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @AutoClose
    private final MockWebServer server = new MockWebServer();

    private final OkHttpClient forwarding = new OkHttpClient();
    private final ContractDetails contract = sandbox.contract();
    private final List<String> tokensOfFiles = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> triggers = new CopyOnWriteArrayList<>();
    private volatile MockResponse sessionResponse =
            FileServer.json("{\"session\":{\"key\":\"session-key-1234\",\"expiry\":1893456000000}}");
    private volatile String refusedToken = "";

    @AutoClose
    private DigiMe digiMe;

    private DigiMeUser user;
    private UserAccessToken first;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return respond(request);
            }
        });
        server.start();
        DigiMe.Builder builder = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(Environment.builder()
                        .from(sandbox.environment())
                        .baseUrl(server.url("/v1.7/").toString())
                        .build())
                .clock(sandbox.clock());
        digiMe = TestSleepers.recordingPauses(builder, pause -> {}).build();
        PendingConsent link =
                digiMe.authorize(contract).redirectUri(REDIRECT_URI).start();
        Authorized authorized = (Authorized) link.read(sandbox.allow(link.url()));
        user = digiMe.signIn(contract, "user-42", authorized).user();
        first = user.loadToken();
    }

    @Test
    void aSessionIsOpenedWithItsOptions() {
        Session session = user.startSession(SessionOptions.builder()
                .sourceFetchLimit(Duration.ofMinutes(1))
                .scope(Scope.builder()
                        .addTimeRanges(TimeRange.last(Last.months(6)))
                        .build())
                .build());

        assertThat(session.key().value()).isEqualTo("session-key-1234");
        assertThat(Json.parse(triggers.get(0).getBody().readUtf8()))
                .isEqualTo(Map.of(
                        "limits", Map.of("duration", Map.of("sourceFetch", 60L)),
                        "scope", Map.of("timeRanges", List.of(Map.of("last", "6m")))));
    }

    @Test
    void aFileIsReadWithANewTokenWhenTheOldOneIsRefused() {
        refusedToken = first.accessToken().value();

        assertThat(user.files(FileServer.SESSION).read("f").readText()).isEqualTo("content");
        assertThat(user.loadToken()).isNotEqualTo(first);
        assertThat(tokensOfFiles)
                .containsExactly(
                        first.accessToken().value(),
                        user.loadToken().accessToken().value());
    }

    @Test
    void anExpiredTokenIsRefreshedOnceForAllFiles() {
        sandbox.clock()
                .advance(Duration.between(
                                sandbox.clock().instant(), first.accessToken().expiresAt())
                        .plusSeconds(1));
        sandbox.requests().clear();

        ReadAllSummary summary = readAll();

        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.files()).hasSize(100);
        assertThat(sandbox.requests().of(Operation.REFRESH_TOKEN)).hasSize(1);
        assertThat(tokensOfFiles).containsOnly(user.loadToken().accessToken().value());
    }

    @Test
    void aTokenThatIsRefusedInTheMiddleOfItAllIsRefreshedOnceForAllFiles() {
        sandbox.requests().clear();
        refusedToken = first.accessToken().value();

        ReadAllSummary summary = readAll();

        assertThat(summary.isComplete()).isTrue();
        assertThat(sandbox.requests().of(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    private ReadAllSummary readAll() {
        return user.files(FileServer.SESSION)
                .readAllRequest()
                .options(ReadAllOptions.builder().parallelism(16).build())
                .start(ListedFile::readText)
                .await();
    }

    private MockResponse respond(RecordedRequest request) {
        String path = request.getPath();
        if (path.endsWith("/permission-access/trigger")) {
            triggers.add(request);
            return sessionResponse;
        }
        if (path.endsWith("/query/" + FileServer.SESSION_KEY)) {
            String[] names =
                    IntStream.range(0, 100).mapToObj(i -> "f" + i + "@1").toArray(String[]::new);
            return FileServer.json(FileServer.list("completed", names));
        }
        if (path.contains("/query/")) {
            String token = accessToken(request);
            tokensOfFiles.add(token);
            return token.equals(refusedToken)
                    ? FileServer.error(401, "InvalidToken")
                    : FileServer.encrypted(
                            FileMaker.encrypt(publicKey(), "content".getBytes(StandardCharsets.UTF_8)), null);
        }
        return forwarded(request);
    }

    private static String accessToken(RecordedRequest request) {
        String payload = request.getHeader("Authorization").split("\\.", -1)[1];
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return (String) Json.parseObject(claims).get("access_token");
    }

    private PublicKey publicKey() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) contract.privateKey();
        BigInteger exponent = key.getPublicExponent();
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.getModulus(), exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockResponse forwarded(RecordedRequest request) {
        String base = sandbox.environment().baseUrl().resolve("/").toString();
        RequestBody body = "GET".equals(request.getMethod())
                ? null
                : RequestBody.create(request.getBody().readByteArray());
        Request.Builder forward =
                new Request.Builder().url(base + request.getPath().substring(1)).method(request.getMethod(), body);
        for (String name : List.of("Authorization", "Accept", "Content-Type", "User-Agent")) {
            if (request.getHeader(name) != null) {
                forward.header(name, request.getHeader(name));
            }
        }
        try (Response response = forwarding.newCall(forward.build()).execute()) {
            return FileServer.json(response.body().string()).setResponseCode(response.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
