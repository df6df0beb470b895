package me.digi.client;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import me.digi.client.sandbox.Sandbox;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;

/** Delays token requests and their responses by random times, and shows the progress of the last one. */
final class SlowTokenRelay implements AutoCloseable {
    private static final int LONGEST_MILLIS = 300;

    private final Relay relay;
    private final Random random;
    private volatile Stage stage = Stage.NOTHING_SENT;
    private volatile CompletableFuture<Void> called = new CompletableFuture<>();
    private volatile CompletableFuture<Void> refreshed = new CompletableFuture<>();

    /** The progress of the last token request. */
    enum Stage {
        NOTHING_SENT,
        REQUEST_ON_ITS_WAY,
        RESPONSE_ON_ITS_WAY,
        RESPONDED
    }

    SlowTokenRelay(Sandbox sandbox, long seed) {
        random = new Random(seed);
        relay = new Relay(sandbox, this::pass);
    }

    private MockResponse pass(RecordedRequest request, Supplier<MockResponse> onward) {
        if (String.valueOf(request.getPath()).endsWith("/oauth/token")) {
            return slowly(onward);
        }
        MockResponse response = onward.get();
        called.complete(null);
        return response;
    }

    private MockResponse slowly(Supplier<MockResponse> onward) {
        stage = Stage.REQUEST_ON_ITS_WAY;
        refreshed.complete(null);
        pause();
        MockResponse response = onward.get();
        stage = Stage.RESPONSE_ON_ITS_WAY;
        pause();
        stage = Stage.RESPONDED;
        return response;
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
    }

    String url() {
        return relay.url();
    }

    Stage stage() {
        return stage;
    }

    /** Completed by the next response to another request: the access token was refused. */
    CompletableFuture<Void> called() {
        return called;
    }

    /** Completed by the next token request. */
    CompletableFuture<Void> refreshed() {
        return refreshed;
    }

    /** Clears the recorded requests. */
    void reset() {
        called = new CompletableFuture<>();
        refreshed = new CompletableFuture<>();
        stage = Stage.NOTHING_SENT;
    }

    @Override
    public void close() {
        relay.close();
    }
}
