package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A sandbox and a client for it, on one clock. Pauses between attempts are noted and not waited for. */
final class LocalDigiMe implements AutoCloseable {
    static final String REDIRECT_URI = "https://app.example/callback";

    final Sandbox sandbox = Sandbox.start();
    final ContractDetails contract = sandbox.contract();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<RequestEvent> events = new CopyOnWriteArrayList<>();
    final DigiMe digiMe = builder().build();

    /** What builds one more client for the sandbox. */
    DigiMe.Builder builder() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .ticker(Ticker.of(sandbox.clock()))
                .ticker(() ->
                        ChronoUnit.NANOS.between(Instant.EPOCH, sandbox.clock().instant()))
                .sleeper(pauses::add)
                .logger(events::add);
    }

    /** What builds a client that sends its calls there, and its users to the sandbox. */
    DigiMe.Builder builderFor(String baseUrl) {
        return builder()
                .environment(Environment.builder()
                        .from(sandbox.environment())
                        .baseUrl(baseUrl)
                        .build());
    }

    PendingConsent link() {
        return digiMe.authorize(contract).redirectUri(REDIRECT_URI).start();
    }

    /** What the user brings back after saying yes. */
    Authorized allow(PendingConsent link) {
        return (Authorized) link.read(sandbox.allow(link.url()));
    }

    /** The token of a user who has just consented. */
    UserAccessToken token() {
        return token(contract);
    }

    UserAccessToken token(ContractDetails other) {
        PendingConsent link = digiMe.authorize(other).redirectUri(REDIRECT_URI).start();
        return digiMe.exchangeCode(other, allow(link));
    }

    /** As {@link #token()}, and nothing of it is on the record. */
    UserAccessToken tokenOffTheRecord() {
        UserAccessToken token = token();
        forget();
        return token;
    }

    /** The server's keys, as it publishes them. */
    String keySet() {
        try (InputStream in =
                sandbox.environment().baseUrl().resolve("jwks/oauth").toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget();
        }
    }

    void forget() {
        sandbox.requests().clear();
        events.clear();
        pauses.clear();
    }

    List<Operation> asked() {
        return sandbox.requests().all().stream().map(RecordedRequest::operation).toList();
    }

    List<RecordedRequest> requests(Operation operation) {
        return sandbox.requests().of(operation);
    }

    RecordedRequest last(Operation operation) {
        return sandbox.requests().last(operation);
    }

    /** What the call throws, which must be of that type. */
    static <T extends Throwable> T thrownBy(Class<T> type, ThrowingCallable call) {
        return catchThrowableOfType(type, call);
    }

    @Override
    public void close() {
        digiMe.close();
        sandbox.close();
    }
}
