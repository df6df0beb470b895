package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A sandbox and a client for it, on one clock. Pauses between attempts are recorded instead of waited for. */
class LocalDigiMe implements AutoCloseable {
    static final String REDIRECT_URI = "https://app.example/callback";

    final Sandbox sandbox = Sandbox.start();
    final ContractDetails contract = sandbox.contract();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<RequestEvent> events = new CopyOnWriteArrayList<>();
    final DigiMe digiMe;
    private final UnaryOperator<DigiMe.Builder> settings;
    private final List<DigiMe> clients = new ArrayList<>();

    LocalDigiMe() {
        this(builder -> builder, builder -> builder);
    }

    /** With settings for all clients, and some for {@link #digiMe} only. */
    LocalDigiMe(UnaryOperator<DigiMe.Builder> settings, UnaryOperator<DigiMe.Builder> ofDigiMe) {
        this.settings = settings;
        this.digiMe = client(ofDigiMe);
    }

    /** A builder of another client for the sandbox. */
    final DigiMe.Builder builder() {
        return slf4jBuilder().logger(events::add);
    }

    private DigiMe.Builder slf4jBuilder() {
        return settings.apply(DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .ticker(Ticker.of(sandbox.clock()))
                .sleeper(pauses::add));
    }

    /** A builder of a client that sends its requests there, and its users to the sandbox. */
    DigiMe.Builder builderFor(String baseUrl) {
        return builder()
                .environment(Environment.builder()
                        .from(sandbox.environment())
                        .baseUrl(baseUrl)
                        .build());
    }

    /** As above, and closed with this. */
    DigiMe clientFor(String baseUrl, UnaryOperator<DigiMe.Builder> change) {
        return closedLater(change.apply(builderFor(baseUrl)));
    }

    /** Another client, which is closed with this. */
    DigiMe client() {
        return client(builder -> builder);
    }

    final DigiMe client(UnaryOperator<DigiMe.Builder> change) {
        return closedLater(change.apply(builder()));
    }

    /** A client that has no logger, and so logs its requests through SLF4J; it is closed with this. */
    final DigiMe slf4jClient(UnaryOperator<DigiMe.Builder> change) {
        return closedLater(change.apply(slf4jBuilder()));
    }

    private DigiMe closedLater(DigiMe.Builder builder) {
        DigiMe client = builder.build();
        clients.add(client);
        return client;
    }

    PendingConsent link() {
        return link(digiMe);
    }

    PendingConsent link(DigiMe client) {
        return client.authorize(contract).redirectUri(REDIRECT_URI).start();
    }

    /** The consent in the callback, after the user allowed access. */
    Authorized allow(PendingConsent link) {
        return (Authorized) link.read(sandbox.allow(link.url()));
    }

    /** The token of a new user. */
    UserAccessToken token() {
        return token(contract);
    }

    UserAccessToken token(ContractDetails other) {
        return token(other, request -> request);
    }

    final UserAccessToken token(ContractDetails other, UnaryOperator<AuthorizationRequest> options) {
        PendingConsent link =
                options.apply(digiMe.authorize(other).redirectUri(REDIRECT_URI)).start();
        return digiMe.exchangeCode(other, allow(link));
    }

    /** As {@link #token()}, and clears what is recorded. */
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

    /** Clears what is recorded. */
    void forget() {
        sandbox.requests().clear();
        events.clear();
        pauses.clear();
    }

    /** The operations of the requests to the sandbox, in order. */
    List<Operation> asked() {
        return sandbox.requests().all().stream().map(RecordedRequest::operation).toList();
    }

    List<RecordedRequest> requests(Operation operation) {
        return sandbox.requests().of(operation);
    }

    RecordedRequest last(Operation operation) {
        return sandbox.requests().last(operation);
    }

    /** Whether the sandbox accepts this pair. */
    boolean accepts(UserAccessToken token) {
        return sandbox.grants().stream()
                .map(GrantView::live)
                .filter(Objects::nonNull)
                .anyMatch(live -> live.accessToken().equals(token.accessToken().value())
                        && live.refreshToken().equals(token.refreshToken().value()));
    }

    int refreshes() {
        return sandbox.requests().count(Operation.REFRESH_TOKEN);
    }

    /** Returns what the call throws, which must be of this type. */
    static <T extends Throwable> T thrownBy(Class<T> type, ThrowingCallable call) {
        return catchThrowableOfType(type, call);
    }

    @Override
    public void close() {
        clients.forEach(DigiMe::close);
        sandbox.close();
    }
}
