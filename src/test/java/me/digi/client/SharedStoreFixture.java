package me.digi.client;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.NewGrants;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.store.JdbcTokenStore;
import me.digi.client.store.PostgresServer;
import me.digi.client.store.SharedStore;

/** A sandbox, and a store with its users' tokens that other processes share. */
public final class SharedStoreFixture implements AutoCloseable {
    public final Sandbox sandbox;
    /** Has its own id, because all tests share one database. */
    final ContractDetails contract;

    private final SharedStore kind;
    private final String place;
    private final List<Runnable> onClose = new ArrayList<>();
    private final Map<String, String> userIds = new ConcurrentHashMap<>();

    SharedStoreFixture(SharedStore kind, Path directory) {
        this(Sandbox.start(), kind, directory);
    }

    /** Closes the sandbox in the end. The directory is used for {@link SharedStore#FILE}. */
    public SharedStoreFixture(Sandbox sandbox, SharedStore kind, Path directory) {
        this.sandbox = sandbox;
        this.contract = sandbox.addContract("contract-" + UUID.randomUUID(), ContractKind.READ);
        this.kind = kind;
        this.place = kind == SharedStore.FILE ? directory.toString() : database();
    }

    private static String database() {
        PostgresServer server = PostgresServer.shared();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new JdbcTokenStore(server.dataSource()).schema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.url();
    }

    private DigiMe client() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .tokenStore(kind.open(place))
                .build();
    }

    /** Lets the user consent, and signs them in. */
    void signIn(String user) {
        try (DigiMe digiMe = client()) {
            PendingConsent link = digiMe.authorize(contract)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .start();
            Authorized consent = (Authorized) link.read(sandbox.allow(link.url()));
            UserAccessToken pair = digiMe.signIn(contract, user, consent).user().loadToken();
            userIds.put(user, Objects.requireNonNull(pair.userId()));
        }
    }

    boolean isSignedIn(String user) {
        return userIds.containsKey(user);
    }

    /** Stores a number of users who have consented, without requests. */
    public void storeUsers(String prefix, int count) {
        try (DigiMe digiMe = client()) {
            IntStream.range(0, count)
                    .parallel()
                    .forEach(user -> digiMe.takeOver(contract, prefix + user, NewGrants.pair(sandbox, contract)));
        }
    }

    /** The command line of a process, which {@link ProcessArguments} reads there. */
    String[] arguments(String baseUrl, String... more) {
        return Stream.concat(
                        Stream.of(
                                kind.name(),
                                place,
                                baseUrl,
                                sandbox.applicationId(),
                                contract.contractId(),
                                sandbox.privateKeyPem(contract)),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The pair that the sandbox accepts. */
    TokenPair live(String user) {
        return Objects.requireNonNull(Objects.requireNonNull(sandbox.grant(userIds.get(user), contract))
                .live());
    }

    /** The output of a process whose call succeeded with the pair that the sandbox accepts. */
    String served(String user) {
        return ClientProcess.served(live(user).accessToken(), live(user).refreshToken());
    }

    /** The same with the stored pair, read by a new client. */
    String stored(String user) {
        try (DigiMe digiMe = client()) {
            UserAccessToken pair = digiMe.user(contract, user).loadToken();
            return ClientProcess.served(
                    pair.accessToken().value(), pair.refreshToken().value());
        }
    }

    int refreshes() {
        return sandbox.requests().count(Operation.REFRESH_TOKEN);
    }

    /** The number of users for whom the sandbox has issued this many pairs. */
    public long usersWithPairs(int pairs) {
        return sandbox.grants().stream()
                .filter(grant -> grant.issued() == pairs)
                .count();
    }

    /** Does this first when the fixture is closed. */
    void onClose(Runnable work) {
        onClose.add(work);
    }

    @Override
    public void close() {
        onClose.forEach(Runnable::run);
        sandbox.close();
    }
}
