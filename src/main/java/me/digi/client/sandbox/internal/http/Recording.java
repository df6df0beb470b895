package me.digi.client.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;
import me.digi.client.sandbox.Refusal;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.protocol.Request;
import org.jspecify.annotations.Nullable;

/** Collects the entry of a request in the request log. */
public final class Recording {
    private static final int MAX_TEXT = 1 << 16;

    private final Request request;
    private final Instant at = Instant.now();
    private final long startedAt = System.nanoTime();
    private @Nullable UnverifiedJwt jwt;
    private Operation operation = Operation.UNKNOWN;
    private @Nullable String userId;
    private @Nullable RecordedResponse response;
    private @Nullable Refusal refusal;
    private List<String> loosened = List.of();
    private List<String> remarks = List.of();

    /** Starts when the request has arrived. */
    public Recording(Request request) {
        this.request = request;
    }

    void jwt(@Nullable UnverifiedJwt newJwt) {
        jwt = newJwt;
    }

    public void operation(Operation newOperation) {
        operation = newOperation;
    }

    public void user(@Nullable String newUserId) {
        userId = newUserId;
    }

    /** Records the response before it is sent. */
    public void response(Response sent, @Nullable String errorCode) {
        byte[] bytes = sent.body().bytes();
        String type = sent.headers().getOrDefault("Content-Type", "");
        boolean text = bytes != null
                && !type.contains("octet-stream")
                && !sent.headers().containsKey("Content-Encoding");
        response = new RecordedResponse(
                sent.status(),
                errorCode,
                sent.headers(),
                text ? shortened(new String(bytes, UTF_8)) : "",
                sent.body().length(),
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    public void refusal(@Nullable Refusal newRefusal) {
        refusal = newRefusal;
    }

    void loosened(List<String> rules) {
        loosened = rules;
    }

    public void remarks(List<String> newRemarks) {
        remarks = newRemarks;
    }

    /** Returns the entry, given its number. */
    public LongFunction<RecordedRequest> toRecord() {
        return number -> new RecordedRequest(
                number,
                at,
                operation,
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                jwt == null ? null : jwt.header(),
                jwt == null ? null : jwt.claims().members(),
                shortened(request.body().textSoFar()),
                userId,
                response,
                refusal,
                loosened,
                remarks);
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
