package me.digi.client;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.PostgresServer;
import me.digi.client.store.SharedStore;

/** A sandbox, a user who has consented, a store with the user's token, and processes that share the store. */
final class SharedStoreScene implements AutoCloseable {
    final Sandbox sandbox = Sandbox.start();
    final ContractDetails contract = sandbox.contract();
    private final String user = "user-" + UUID.randomUUID();
    private final SharedStore kind;
    private final String place;
    private final List<ClientProcess> processes = new ArrayList<>();
    private final UserAccessToken first;

    /** With the store in this directory, or in the database that all tests share. */
    SharedStoreScene(SharedStore kind, Path directory) {
        this.kind = kind;
        this.place = kind == SharedStore.FILE ? directory.toString() : database();
        try (DigiMe digiMe = client()) {
            first = consent(digiMe);
            digiMe.takeOver(contract, user, first);
        }
    }

    /** The URL of the database that all tests share, with the table in it. */
    static String database() {
        PostgresServer server = PostgresServer.shared();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new JdbcTokenStore(server.dataSource()).schema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.url();
    }

    private UserAccessToken consent(DigiMe digiMe) {
        PendingConsent link = digiMe.authorize(contract)
                .redirectUri("https://app.example/callback")
                .start();
        Authorized allowed = (Authorized) link.read(sandbox.allow(link.url()));
        return digiMe.exchangeCode(contract, allowed);
    }

    private DigiMe client() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .ticker(Ticker.of(sandbox.clock()))
                .tokenStore(kind.open(place))
                .build();
    }

    /** Starts as many processes, side by side, and tells them the time. */
    List<ClientProcess> start(Moment... holds) {
        return started(Arrays.stream(holds)
                .map(hold -> ClientProcess.start(sandbox, contract, kind, place, user, hold, Duration.ZERO))
                .toList());
    }

    /** Starts a process for each of these, with a clock that is so far ahead. */
    List<ClientProcess> startAhead(Duration... ahead) {
        return started(Arrays.stream(ahead)
                .map(each -> ClientProcess.start(sandbox, contract, kind, place, user, Moment.NEVER, each))
                .toList());
    }

    private List<ClientProcess> started(List<ClientProcess> started) {
        processes.addAll(started);
        started.forEach(process -> process.awaitLine("ready"));
        tellTheTime();
        return started;
    }

    /**
     * Starts a program of another kind, with these options of the JVM: it is told the store, the sandbox's URL, the contract,
     * the user, the time, and this.
     */
    ChildJvm run(Class<?> main, List<String> options, String baseUrl, String argument) {
        return ChildJvm.startWithOptions(
                options,
                main,
                kind.name(),
                place,
                baseUrl,
                sandbox.applicationId(),
                contract.contractId(),
                sandbox.privateKeyPem(contract),
                user,
                sandbox.clock().instant().toString(),
                argument);
    }

    /** Tells all processes the sandbox's time. */
    void tellTheTime() {
        processes.forEach(process -> process.tell(sandbox.clock().instant()));
    }

    void forget(ClientProcess gone) {
        processes.remove(gone);
    }

    /** The pair that the sandbox honours. */
    TokenPair live() {
        return Objects.requireNonNull(
                Objects.requireNonNull(sandbox.grant(first.userId(), contract)).live());
    }

    /** The responses of so many threads that were all served, and have the newest pair. */
    String allServed(int threads) {
        return "{" + ClientProcess.served(live().accessToken(), live().refreshToken()) + "=" + threads + "}";
    }

    /** The pair in the store, in the eyes of a client that starts now. */
    UserAccessToken stored() {
        try (DigiMe digiMe = client()) {
            return digiMe.user(contract, user).loadToken();
        }
    }

    boolean honours(UserAccessToken token) {
        return live().accessToken().equals(token.accessToken().value())
                && live().refreshToken().equals(token.refreshToken().value());
    }

    int refreshes() {
        return sandbox.requests().count(Operation.REFRESH_TOKEN);
    }

    @Override
    public void close() {
        processes.forEach(ClientProcess::close);
        sandbox.close();
    }
}
