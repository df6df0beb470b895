package me.digi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import me.digi.client.sandbox.Sandbox;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;

/** A proxy for the sandbox that may change responses and connections. */
final class Relay implements AutoCloseable {
    /** Referenced, or its level would be lost. Connections without a request are not worth a warning. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient client = new OkHttpClient();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<Integer> sequenceNumbers = new CopyOnWriteArrayList<>();
    private final String target;

    Relay(LocalDigiMe local, UnaryOperator<MockResponse> change) {
        this(local.sandbox, change);
    }

    Relay(Sandbox sandbox, UnaryOperator<MockResponse> change) {
        this(sandbox, (request, onward) -> change.apply(onward.get()));
    }

    /** Handles a request on its own thread. */
    interface Hop {
        MockResponse pass(RecordedRequest request, Supplier<MockResponse> onward);
    }

    Relay(Sandbox sandbox, Hop hop) {
        LOGGER.setLevel(Level.OFF);
        target = sandbox.environment().baseUrl().toString();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                paths.add(String.valueOf(request.getPath()));
                sequenceNumbers.add(request.getSequenceNumber());
                return hop.pass(request, () -> forward(request));
            }
        });
    }

    /** Changes only the first response that has a token. */
    static Relay ofFirstTokenResponse(LocalDigiMe local, UnaryOperator<MockResponse> change) {
        AtomicBoolean done = new AtomicBoolean();
        return new Relay(local, response -> {
            boolean isToken = response.getBody().clone().readUtf8().contains("\"token\"");
            return isToken && done.compareAndSet(false, true) ? change.apply(response) : response;
        });
    }

    static Relay overTls(LocalDigiMe local, SSLSocketFactory certificate) {
        Relay relay = new Relay(local, response -> response);
        relay.server.useHttps(certificate, false);
        return relay;
    }

    /** The base URL of this relay. */
    String url() {
        return server.url("/").toString();
    }

    /** The sandbox's response to this path. */
    String get(String path) {
        try (Response response =
                client.newCall(new Request.Builder().url(url() + path).build()).execute()) {
            return response.body().string();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of all requests so far. */
    List<String> paths() {
        return paths;
    }

    /** How many requests came before each one on the same connection. */
    List<Integer> sequenceNumbers() {
        return sequenceNumbers;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private MockResponse forward(RecordedRequest request) {
        String type = request.getHeader("Content-Type");
        RequestBody body = "GET".equals(request.getMethod())
                ? null
                : RequestBody.create(request.getBody().readByteArray(), type == null ? null : MediaType.get(type));
        Request.Builder forwarded = new Request.Builder()
                .url(target + String.valueOf(request.getPath()).substring(1))
                .method(String.valueOf(request.getMethod()), body);
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            forwarded.header("Authorization", authorization);
        }
        try (Response response = client.newCall(forwarded.build()).execute()) {
            return new MockResponse()
                    .setResponseCode(response.code())
                    .setHeader("Content-Type", String.valueOf(response.header("Content-Type")))
                    .setBody(new Buffer().write(response.body().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
