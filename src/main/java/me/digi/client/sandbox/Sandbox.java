package me.digi.client.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.internal.console.ConsoleService;
import me.digi.client.sandbox.internal.control.ControlService;
import me.digi.client.sandbox.internal.jose.Pem;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * A local digi.me for development and tests, as strict as the service.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start();
 *         DigiMe digiMe = DigiMe.builder()
 *                 .applicationId(sandbox.applicationId())
 *                 .environment(sandbox.environment())
 *                 .clock(sandbox.clock())
 *                 .build()) {
 *     PendingConsent pending = digiMe.authorize(sandbox.contract())
 *             .redirectUri("https://app.example/callback")
 *             .start();
 *     ConsentResult result = pending.read(sandbox.allow(pending.url()));
 * }
 * }</pre>
 *
 * <p>Its clock stands still until moved, so share it with the client, or let it run
 * ({@link SandboxBuilder#runningClock()}). In a browser, the link shows a consent page; with {@code /allow} or
 * {@code /deny} after the page's name ({@code …/authorize/allow?code=…}), it decides immediately.
 *
 * <p>Safe for use by many threads; its own are daemons.
 */
public final class Sandbox implements AutoCloseable {
    private static final String READ_CONTRACT = "sandbox-contract";

    private final SandboxHost host;
    private final World world;
    private final SandboxClock clock;
    private final boolean controlled;
    private final Map<String, ContractDetails> details = new ConcurrentHashMap<>();

    Sandbox(SandboxBuilder builder) {
        clock = builder.clock;
        controlled = builder.hasControlApi();
        host = new SandboxHost(builder);
        world = host.world;
        if (controlled) {
            host.server.serve(SandboxHost.CONTROL, new ControlService(SandboxHost.CONTROL, this, host.guard));
            host.server.serve(SandboxHost.CONSOLE, new ConsoleService(this, host.guard, world));
        }
        host.server.start();
    }

    /** Starts a sandbox with the defaults, on a free port. */
    public static Sandbox start() {
        return builder().start();
    }

    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * The sandbox's URLs, for a client. They allow plain http if {@link SandboxBuilder#publicUrl} or
     * {@link SandboxBuilder#address} lead beyond loopback.
     */
    public Environment environment() {
        return Environment.builder()
                .allowPlainHttpForDevelopment(host.isBeyondLoopback)
                .baseUrl(host.url + SandboxHost.BASE)
                .onboardUrl(host.url + SandboxHost.ONBOARD)
                .cloudUrl(host.url + SandboxHost.CLOUD)
                .build();
    }

    /** The id of the application that owns the contracts. */
    public String applicationId() {
        return world.contracts().applicationId();
    }

    /** The clock that decides whether tokens and timestamps have expired. */
    public SandboxClock clock() {
        return clock;
    }

    /** The URL of the sandbox, without a slash at the end. */
    public URI url() {
        return URI.create(host.url);
    }

    /** The URL of the control API; null if it is off. */
    public @Nullable URI controlUrl() {
        return controlled ? URI.create(host.url + SandboxHost.CONTROL) : null;
    }

    /**
     * The URL of the console, with the token: shows the requests, users and contracts in a browser, and changes them.
     * Null if the control API is off.
     */
    public @Nullable URI consoleUrl() {
        return controlled ? URI.create(host.url + ConsoleService.PATH + "?token=" + host.guard.token()) : null;
    }

    /** The token that the control API takes, as {@code Authorization: Bearer <token>}. */
    public String controlToken() {
        return host.guard.token();
    }

    /** Returns the sandbox's read contract, with the default redirect URIs and those of the builder. */
    public synchronized ContractDetails contract() {
        if (world.locked(() -> world.contracts().byId(READ_CONTRACT)) == null) {
            declareContract(READ_CONTRACT, ContractKind.READ, Set.of());
        }
        return contract(READ_CONTRACT);
    }

    /**
     * Returns an existing contract.
     *
     * @throws IllegalArgumentException if there is none with that id
     */
    public ContractDetails contract(String contractId) {
        Contract contract = host.contract(contractId);
        return details.computeIfAbsent(
                contractId,
                id -> ContractDetails.builder()
                        .contractId(id)
                        .privateKey(contract.keys().getPrivate())
                        .build());
    }

    /** Adds a contract with its own key pair, and more redirect URIs than the default ones. */
    public ContractDetails addContract(String contractId, ContractKind kind, String... moreRedirectUris) {
        declareContract(contractId, kind, Set.of(moreRedirectUris));
        return contract(contractId);
    }

    /** Adds a contract without waiting for its keys. */
    void declareContract(String contractId, ContractKind kind, Set<String> moreRedirectUris) {
        host.declareContract(contractId, kind, moreRedirectUris);
    }

    /** The contracts, in the order in which they were added. */
    public List<ContractView> contracts() {
        return world.locked(
                () -> world.contracts().all().stream().map(Sandbox::view).toList());
    }

    /** Replaces the redirect URIs that are registered in a contract. */
    public void redirectUris(String contractId, Collection<String> registered) {
        Contract contract = host.contract(contractId);
        world.change(() -> contract.redirectUris(Set.copyOf(registered)));
    }

    /** Returns a contract's private key as PKCS#1 PEM, the format that digi.me uses. */
    public String privateKeyPem(ContractDetails contract) {
        return Pem.pkcs1(contract.privateKey());
    }

    /** Returns the private key of a contract of this id as PKCS#1 PEM. */
    public String privateKeyPem(String contractId) {
        return Pem.pkcs1(host.contract(contractId).keys().getPrivate());
    }

    /**
     * Clicks <i>Allow</i> on the page behind a link, as the user would.
     *
     * @return the callback to which the browser is sent, with {@code INVALID_CODE} if the link was used before or has
     *     expired
     * @throws IllegalArgumentException if the link is invalid, with the reason
     */
    public URI allow(URI link) {
        return host.decide(link, null);
    }

    /** Clicks <i>Deny</i>; otherwise as {@link #allow}. The callback has the error code {@code USER_CANCEL}. */
    public URI deny(URI link) {
        return host.decide(link, "USER_CANCEL");
    }

    /** Makes the page fail with an error code such as {@code SERVER_ERROR}; otherwise as {@link #allow}. */
    public URI fail(URI link, String errorCode) {
        return host.decide(link, errorCode);
    }

    /**
     * Makes the next request of an operation fail. Several faults of an operation apply to one request each, in order.
     */
    public void failNext(Operation operation, Fault fault) {
        if (operation == Operation.PAGE || operation == Operation.UNKNOWN) {
            throw new IllegalArgumentException("faults apply only to operations of the API, not to " + operation);
        }
        host.faults.add(operation, fault);
    }

    /** The faults that have not occurred, in order. */
    public Map<Operation, List<Fault>> faults() {
        return host.faults.pending();
    }

    /** Removes the faults that have not occurred. */
    public void clearFaults() {
        host.faults.clear();
    }

    /** Sends the responses held back by {@link Delivery#STALL} for all requests received so far. */
    public void release() {
        host.server.stalls().release();
    }

    /** The requests received so far. */
    public RequestLog requests() {
        return host.requests;
    }

    /** Signs later responses with a new key and {@code kid}, and removes the old key from the JWKS. */
    public void rotateKeys() {
        host.rotateKeys();
    }

    /**
     * Lets requests pass that break a rule. Each response to such a request names the rule in the header
     * {@code X-Sandbox-Loosened}, and so does {@link RecordedRequest#loosened()}.
     *
     * @param rule its name, as in a {@link Refusal}
     * @throws IllegalArgumentException if there is no such rule, or it cannot be loosened; the message names those that
     *     can
     */
    public void loosen(String rule) {
        host.strictness.loosen(Rule.toLoosen(rule));
    }

    /** Reverts {@link #loosen}. */
    public void tighten(String rule) {
        host.strictness.tighten(Rule.toLoosen(rule));
    }

    /** All rules for requests. */
    public List<RuleView> rules() {
        return Arrays.stream(Rule.values())
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.expected(),
                        rule.officialSdk(),
                        rule.isLoosenable(),
                        host.strictness.isLoosened(rule)))
                .toList();
    }

    /** Expires all access tokens; refresh tokens stay valid. */
    public void expireAccessTokens() {
        world.change(() -> world.grants().expireAccessTokens(world.now()));
    }

    /** Expires the access tokens of a user; refresh tokens stay valid. */
    public void expireAccessTokens(String userId) {
        world.change(() -> world.grants()
                .of(host.user(userId))
                .forEach(grant -> world.grants().expireAccessToken(grant, world.now())));
    }

    /** Expires the access token of a user under one contract; the refresh token stays valid. */
    public void expireAccessToken(String userId, String contractId) {
        world.change(() -> world.grants().expireAccessToken(host.grant(userId, contractId), world.now()));
    }

    /** Expires both tokens of a user under one contract: a refresh is rejected, and the user has to reauthorize. */
    public void expireTokens(String userId, String contractId) {
        world.change(() -> world.grants().expireTokens(host.grant(userId, contractId), world.now()));
    }

    /** Revokes a user's grant under one contract; other contracts keep theirs. */
    public void revoke(String userId, String contractId) {
        world.change(() -> world.grants().revoke(host.grant(userId, contractId), world.now()));
    }

    /** Revokes the user's grants: both tokens of each pair are rejected, and the user has to reauthorize. */
    public void revoke(String userId) {
        world.change(() -> world.grants().revoke(host.user(userId), world.now()));
    }

    /** Deletes a user with all data, like the operation {@code deleteUser}. */
    public void deleteUser(String userId) {
        world.change(() -> world.delete(host.user(userId)));
    }

    /** The users, in the order in which they first consented. */
    public List<UserView> users() {
        return world.locked(
                () -> world.users().all().stream().map(Sandbox::view).toList());
    }

    /**
     * Returns a user.
     *
     * @throws IllegalArgumentException if no user of this id has consented so far
     */
    public UserView user(String userId) {
        return world.locked(() -> view(host.user(userId)));
    }

    /**
     * Returns the data of a user.
     *
     * @throws IllegalArgumentException if no user of this id has consented so far
     */
    public SandboxLibrary library(String userId) {
        return world.locked(() -> new SandboxLibrary(world, host.user(userId).library()));
    }

    /** Sets up the library of each user who consents for the first time from now on, replacing an earlier set-up. */
    public void newUsers(Consumer<SandboxLibrary> setUp) {
        world.change(() -> world.users().setUp(library -> setUp.accept(new SandboxLibrary(world, library))));
    }

    /** Creates a user who has consented to a contract and has a first token pair, without a page or request. */
    public GrantView createUser(String contractId) {
        Contract contract = host.contract(contractId);
        return world.locked(() -> {
            Grant grant = world.grants().open(world.users().create(world.now()), contract);
            world.grants().issue(grant, world.now(), world.lifetimes(), IssuedPair.End.CONSENTED_AGAIN);
            return GrantView.of(grant);
        });
    }

    /** All grants, including those of the newest 1,000 deleted users. */
    public List<GrantView> grants() {
        return world.locked(
                () -> world.grants().all().stream().map(GrantView::of).toList());
    }

    /** The grants of a user; none if there is no such user. */
    public List<GrantView> grants(String userId) {
        return world.locked(() -> {
            User user = world.users().byId(userId);
            return user == null
                    ? List.of()
                    : world.grants().of(user).stream().map(GrantView::of).toList();
        });
    }

    /** Returns the user's grant under a contract, or null. */
    public @Nullable GrantView grant(String userId, ContractDetails contract) {
        return world.locked(() -> {
            Grant grant = world.grants().of(userId, contract.contractId());
            return grant == null ? null : GrantView.of(grant);
        });
    }

    /** Stops the sandbox and deletes what it received, except what is in its directory. */
    @Override
    public void close() {
        host.close();
    }

    /** Waits for the key of a contract, and returns its PEM file; null without a directory. */
    @Nullable
    Path keyFile(String contractId) {
        return host.keyFile(contractId);
    }

    private static UserView view(User user) {
        return new UserView(user.id(), user.createdAt());
    }

    private static ContractView view(Contract contract) {
        return new ContractView(
                contract.id(),
                contract.kind(),
                contract.redirectUris().stream().sorted().toList());
    }
}
