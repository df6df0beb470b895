package me.digi.client.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.KnownUser;
import me.digi.client.TestSleepers;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A server of one session's files with scripted responses, and a user who reads them. */
final class FileServer implements AutoCloseable {
    static final KeyPair KEY = FileMaker.newKey();
    static final String SESSION_KEY = "session-key-1234";
    static final Session SESSION = Session.of(SESSION_KEY, Instant.parse("2030-01-01T00:00:00Z"));
    static final String COMPLETED = "{\"status\":{\"state\":\"completed\"},\"fileList\":[]}";

    private static final List<String> QUERY = List.of("v1.7", "permission-access", "query", SESSION_KEY);

    final MockWebServer server = new MockWebServer();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final ConnectionPool connections = new ConnectionPool(20, 5, TimeUnit.MINUTES);
    final ContractDetails contract = ContractDetails.builder()
            .contractId("contract")
            .privateKey(KEY.getPrivate())
            .build();
    final DigiMe digiMe;
    final DigiMeUser user;

    private final Map<String, Function<RecordedRequest, MockResponse>> files = new ConcurrentHashMap<>();
    private final Deque<MockResponse> lists = new ConcurrentLinkedDeque<>();
    private volatile MockResponse lastList = json(COMPLETED);

    FileServer() {
        this(builder -> builder);
    }

    FileServer(Function<DigiMe.Builder, DigiMe.Builder> settings) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return respond(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OkHttpClient http =
                new OkHttpClient.Builder().connectionPool(connections).build();
        DigiMe.Builder builder = DigiMe.builder()
                .applicationId("app")
                .environment(Environment.builder()
                        .baseUrl(server.url("/v1.7/").toString())
                        .build())
                .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
                .httpClient(http);
        digiMe = settings.apply(TestSleepers.recordingPauses(builder, pauses::add))
                .build();
        user = KnownUser.of(digiMe, contract, token());
    }

    static UserAccessToken token() {
        Token token = Token.of("token-that-holds", Instant.parse("2030-01-01T00:00:00Z"));
        return UserAccessToken.builder()
                .accessToken(token)
                .refreshToken(token)
                .userId("user")
                .build();
    }

    SessionFiles files() {
        return user.files(SESSION);
    }

    /** Serves this for a file each time. */
    FileServer file(String name, Function<RecordedRequest, MockResponse> response) {
        files.put(name, response);
        return this;
    }

    /** Serves a file whole, uncompressed and undamaged. */
    FileServer file(String name, String content) {
        byte[] encrypted = FileMaker.encrypt(KEY.getPublic(), content.getBytes(StandardCharsets.UTF_8));
        return file(name, request -> encrypted(encrypted, null));
    }

    /** Serves these encrypted bytes for a file. */
    FileServer file(String name, byte[] encrypted, @Nullable String compression) {
        return file(name, request -> encrypted(encrypted, compression));
    }

    /** Serves these lists in turn, and the last of them from then on. */
    FileServer lists(String... responses) {
        for (String response : responses) {
            lists.add(json(response));
        }
        return this;
    }

    FileServer list(MockResponse response) {
        lists.add(response);
        return this;
    }

    static MockResponse encrypted(byte[] bytes, @Nullable String compression) {
        return new MockResponse()
                .setHeader("x-metadata", FileMaker.header(compression))
                .setHeader("last-modified", "Wed, 15 Nov 2023 10:13:20 GMT")
                .setBody(new Buffer().write(bytes));
    }

    static MockResponse json(String body) {
        return new MockResponse().setHeader("Content-Type", "application/json").setBody(body);
    }

    static MockResponse error(int status, String code) {
        return json("{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\",\"reference\":\"ref\"}}")
                .setResponseCode(status);
    }

    /** A list in this state of these files, given as {@code name@updatedDate}. */
    static String list(String state, String... files) {
        String entries = List.of(files).stream()
                .map(file ->
                        "{\"name\":\"" + file.split("@", -1)[0] + "\",\"updatedDate\":" + file.split("@", -1)[1] + "}")
                .collect(Collectors.joining(","));
        return "{\"status\":{\"state\":\"" + state + "\"},\"fileList\":[" + entries + "]}";
    }

    private MockResponse respond(RecordedRequest request) {
        List<String> path = request.getRequestUrl().pathSegments();
        if (request.getHeader("Authorization") == null
                || path.size() < 4
                || !path.subList(0, 4).equals(QUERY)) {
            return error(400, "ValidationErrors");
        }
        if (path.size() == 4) {
            MockResponse next = lists.poll();
            lastList = next == null ? lastList : next;
            return lastList;
        }
        MockResponse response = files.getOrDefault(path.get(4), unknown -> error(404, "NotFound"))
                .apply(request);
        // MockWebServer would send the body.
        return "HEAD".equals(request.getMethod()) ? response.clone().setBody("") : response;
    }

    /** How many connections are neither closed nor back in the pool. */
    int connectionsInUse() {
        return connections.connectionCount() - connections.idleConnectionCount();
    }

    /**
     * Waits until every connection is closed or back in the pool: a call that was cut off ends on a thread of its own.
     */
    void awaitNoConnectionInUse() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (connectionsInUse() > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(connectionsInUse() + " connections are still in use");
            }
            Thread.onSpinWait();
        }
    }

    /** A response that stalls in the middle. */
    static MockResponse stalling(byte[] encrypted) {
        return encrypted(Arrays.copyOf(encrypted, encrypted.length / 2), null)
                .setHeader("Content-Length", encrypted.length);
    }

    /** Fails if a connection stays in use. */
    @Override
    public void close() {
        awaitNoConnectionInUse();
        digiMe.close();
        try {
            server.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
