package me.digi.client.sandbox;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.internal.http.ApiService;
import me.digi.client.sandbox.internal.http.LoopbackServer;
import me.digi.client.sandbox.internal.jose.KeyPool;
import me.digi.client.sandbox.internal.jose.Pem;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.operation.Operations;
import me.digi.client.sandbox.internal.page.PageService;
import me.digi.client.sandbox.internal.page.Pages;
import me.digi.client.sandbox.internal.protocol.Api;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.Lifetimes;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * A local digi.me on 127.0.0.1 for development and tests, as strict as the service.
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
 * ({@link SandboxBuilder#runningClock()}). In a browser, the link shows a page with two buttons; with {@code /allow} or
 * {@code /deny} after the page's name ({@code …/authorize/allow?code=…}) it decides at once.
 *
 * <p>Safe for use by many threads; its own are daemons.
 */
public final class Sandbox implements AutoCloseable {
    private static final String BASE = "/v1.7/";
    private static final String ONBOARD = "/apps/saas/";
    private static final String CLOUD = "/cloud/v1/";

    private final LoopbackServer server;
    private final SandboxClock clock;
    private final World world;
    private final Visitor visitor;
    private final ResponseSigner signer;
    private final KeyPool keys = new KeyPool();
    private final Set<String> redirectUris;
    private final FaultQueue faults = new FaultQueue();
    private final RequestLog requests = new RequestLog();
    private @Nullable ContractDetails contract;

    Sandbox(int port, String applicationId, SandboxClock clock, Lifetimes lifetimes, Set<String> redirectUris) {
        this.clock = clock;
        this.redirectUris = Set.copyOf(redirectUris);
        world = new World(applicationId, clock, lifetimes);
        Pages pages = new Pages(world);
        server = new LoopbackServer(port);
        visitor = new Visitor(server.address() + ONBOARD, pages);
        signer = new ResponseSigner(keys, server.address() + BASE + "jwks/oauth");
        Api api = new Api(world, Operations.ofTheApi(signer, server.address() + ONBOARD));
        server.serve("/", new ApiService(BASE, api, signer, ErrorShape.NESTED, faults::next, requests::add));
        Api cloud = new Api(world, Operations.ofTheCloud());
        server.serve(CLOUD, new ApiService(CLOUD, cloud, signer, ErrorShape.CLOUD, faults::next, requests::add));
        server.serve(ONBOARD, new PageService(ONBOARD, applicationId, pages, requests::add));
        server.start();
    }

    /** Starts a sandbox with the defaults, on a free port. */
    public static Sandbox start() {
        return builder().start();
    }

    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** The sandbox's URLs, for a client. */
    public Environment environment() {
        return Environment.builder()
                .baseUrl(server.address() + BASE)
                .onboardUrl(server.address() + ONBOARD)
                .cloudUrl(server.address() + CLOUD)
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

    /** Returns the sandbox's read contract, with the default redirect URIs and those of the builder. */
    public synchronized ContractDetails contract() {
        if (contract == null) {
            contract = addContract("sandbox-contract", ContractKind.READ);
        }
        return contract;
    }

    /** Adds a contract with its own key pair, and more redirect URIs than the default ones. */
    public ContractDetails addContract(String contractId, ContractKind kind, String... moreRedirectUris) {
        Set<String> registered = new LinkedHashSet<>(redirectUris);
        registered.addAll(List.of(moreRedirectUris));
        Contract added = new Contract(contractId, kind, keys.take(), Set.copyOf(registered));
        world.locked(() -> {
            world.contracts().add(added);
            return added;
        });
        return ContractDetails.builder()
                .contractId(contractId)
                .privateKey(added.keys().getPrivate())
                .build();
    }

    /** Returns a contract's private key as PKCS#1 PEM, the format that digi.me uses. */
    public String privateKeyPem(ContractDetails contract) {
        return Pem.pkcs1(contract.privateKey());
    }

    /**
     * Clicks <i>Allow</i> on the page behind a link, as the user would.
     *
     * @return the callback to which the browser is sent, with {@code INVALID_CODE} if the link was used before or has
     *     expired
     * @throws IllegalArgumentException if the link is invalid, with the reason
     */
    public URI allow(URI link) {
        return visitor.decide(link, null);
    }

    /** Clicks <i>Deny</i>; otherwise as {@link #allow}. The callback has {@code USER_CANCEL}. */
    public URI deny(URI link) {
        return visitor.decide(link, "USER_CANCEL");
    }

    /** Makes the page fail with an error code such as {@code SERVER_ERROR}; otherwise as {@link #allow}. */
    public URI fail(URI link, String errorCode) {
        return visitor.decide(link, errorCode);
    }

    /**
     * Makes the next request of an operation fail. Several faults of an operation apply to one request each, in order.
     */
    public void failNext(Operation operation, Fault fault) {
        if (operation == Operation.PAGE || operation == Operation.UNKNOWN) {
            throw new IllegalArgumentException("faults apply only to operations of the API, not to " + operation);
        }
        faults.add(operation, fault);
    }

    /** Removes the faults that have not occurred. */
    public void clearFaults() {
        faults.clear();
    }

    /** Sends the responses held back by {@link Delivery#STALL} for all requests received so far. */
    public void release() {
        server.stalls().release();
    }

    /** The requests received so far. */
    public RequestLog requests() {
        return requests;
    }

    /** Signs later responses with a new key and {@code kid}, and removes the old key from the JWKS. */
    public void rotateKeys() {
        signer.rotate();
    }

    /** Expires all access tokens; refresh tokens stay valid. */
    public void expireAccessTokens() {
        world.locked(() -> {
            world.grants().expireAccessTokens(world.now());
            return world;
        });
    }

    /** Revokes the user's grants: both tokens of each pair are rejected, and the user has to reauthorize. */
    public void revoke(String userId) {
        world.locked(() -> {
            world.grants().revoke(userId);
            return world;
        });
    }

    /**
     * Returns the data of a user.
     *
     * @throws IllegalArgumentException if no user of this id has consented so far
     */
    public SandboxLibrary library(String userId) {
        return world.locked(() -> world.grants().all().stream()
                .map(Grant::user)
                .filter(user -> user.id().equals(userId))
                .findFirst()
                .map(user -> new SandboxLibrary(world, user.library()))
                .orElseThrow(() -> new IllegalArgumentException("unknown user: " + userId)));
    }

    /** Sets up the library of each user who consents for the first time from now on, replacing an earlier set-up. */
    public void newUsers(Consumer<SandboxLibrary> setUp) {
        world.locked(() -> {
            world.users().setUp(library -> setUp.accept(new SandboxLibrary(world, library)));
            return world;
        });
    }

    /** Reserved for tests. Creates a user with a first token pair, without a page or request. */
    GrantView newGrant(ContractDetails contract) {
        return world.locked(() -> {
            Contract known = Objects.requireNonNull(world.contracts().byId(contract.contractId()), "contract");
            Grant grant = world.grants().open(world.users().create(world.now()), known);
            world.grants().issue(grant, world.now(), world.lifetimes());
            return GrantView.of(grant);
        });
    }

    public List<GrantView> grants() {
        return world.locked(
                () -> world.grants().all().stream().map(GrantView::of).toList());
    }

    /** Returns the user's grant under a contract, or null. */
    public @Nullable GrantView grant(String userId, ContractDetails contract) {
        return world.locked(() -> {
            Grant grant = world.grants().of(userId, contract.contractId());
            return grant == null ? null : GrantView.of(grant);
        });
    }

    /** Stops the sandbox and deletes what it received. */
    @Override
    public void close() {
        server.close();
        world.blobs().clear();
    }
}
