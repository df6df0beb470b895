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
 * A local digi.me on 127.0.0.1, for development and tests: as strict as the service, and open about what it knows.
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
 * <p>Its clock stands still until it is told to move, so give it to the client, too; or let it run
 * ({@link SandboxBuilder#runningClock()}). In a browser, the link shows a page with two buttons; the same address with
 * {@code /allow} or {@code /deny} after the page's name ({@code …/authorize/allow?code=…}) decides at once.
 *
 * <p>Safe for use by many threads; all of its own are daemons.
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

    /** A sandbox with the defaults, on a free port. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Sets up a sandbox. */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** The URLs that lead a client here. */
    public Environment environment() {
        return Environment.builder()
                .baseUrl(server.address() + BASE)
                .onboardUrl(server.address() + ONBOARD)
                .cloudUrl(server.address() + CLOUD)
                .build();
    }

    /** The application that the contracts belong to. */
    public String applicationId() {
        return world.contracts().applicationId();
    }

    /** The clock by which tokens expire and timestamps are judged. */
    public SandboxClock clock() {
        return clock;
    }

    /** A contract that reads, always the same one, with the default redirect URIs and those of the builder. */
    public synchronized ContractDetails contract() {
        if (contract == null) {
            contract = addContract("sandbox-contract", ContractKind.READ);
        }
        return contract;
    }

    /** One more contract, with a key of its own, and with these redirect URIs besides the default ones. */
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

    /** The private key of a contract as digi.me hands it out (PKCS#1 PEM), for programs that want a file. */
    public String privateKeyPem(ContractDetails contract) {
        return Pem.pkcs1(contract.privateKey());
    }

    /**
     * The person clicks <i>Allow</i> on the page that the link leads to.
     *
     * @return the callback that the browser is sent to; it says {@code INVALID_CODE} if the link was used before or has
     *     expired
     * @throws IllegalArgumentException if the page cannot be shown: the message says what is wrong with the link
     */
    public URI allow(URI link) {
        return visitor.decide(link, null);
    }

    /** The person clicks <i>Deny</i>; otherwise as {@link #allow}. The callback says {@code USER_CANCEL}. */
    public URI deny(URI link) {
        return visitor.decide(link, "USER_CANCEL");
    }

    /** The page fails with that error code, such as {@code SERVER_ERROR}; otherwise as {@link #allow}. */
    public URI fail(URI link, String errorCode) {
        return visitor.decide(link, errorCode);
    }

    /** Lets something go wrong with the next request of that operation; several such orders are met one by one. */
    public void failNext(Operation operation, Fault fault) {
        if (operation == Operation.PAGE || operation == Operation.UNKNOWN) {
            throw new IllegalArgumentException("faults are for operations of the API, not for " + operation);
        }
        faults.add(operation, fault);
    }

    /** Withdraws what is still to go wrong. */
    public void clearFaults() {
        faults.clear();
    }

    /** Sends the responses that {@link Delivery#STALL} holds back: those to all requests that have arrived by now. */
    public void release() {
        server.stalls().release();
    }

    /** What the sandbox was asked so far. */
    public RequestLog requests() {
        return requests;
    }

    /** From now on responses are signed with a new key, under a new {@code kid}; the old one leaves the JWKS. */
    public void rotateKeys() {
        signer.rotate();
    }

    /** Ends the life of every access token, as time would; refresh tokens live on. */
    public void expireAccessTokens() {
        world.locked(() -> {
            world.grants().expireAccessTokens(world.now());
            return world;
        });
    }

    /** Ends the user's grants: both tokens of each pair are dead, and the user has to reauthorize. */
    public void revoke(String userId) {
        world.locked(() -> {
            world.grants().revoke(userId);
            return world;
        });
    }

    /**
     * What the user has.
     *
     * @throws IllegalArgumentException if nobody of that id has consented to anything so far
     */
    public SandboxLibrary library(String userId) {
        return world.locked(() -> world.grants().all().stream()
                .map(Grant::user)
                .filter(user -> user.id().equals(userId))
                .findFirst()
                .map(user -> new SandboxLibrary(world, user.library()))
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + userId)));
    }

    /** What is done to the library of everybody who consents for the first time from now on, instead of what was before. */
    public void newUsers(Consumer<SandboxLibrary> setUp) {
        world.locked(() -> {
            world.users().setUp(library -> setUp.accept(new SandboxLibrary(world, library)));
            return world;
        });
    }

    /** Reserved for tests: a new user with a first pair, who has consented without a page and without a request. */
    GrantView newGrant(ContractDetails contract) {
        return world.locked(() -> {
            Contract known = Objects.requireNonNull(world.contracts().byId(contract.contractId()), "contract");
            Grant grant = world.grants().open(world.users().create(world.now()), known);
            world.grants().issue(grant, world.now(), world.lifetimes());
            return GrantView.of(grant);
        });
    }

    /** All grants there are. */
    public List<GrantView> grants() {
        return world.locked(
                () -> world.grants().all().stream().map(GrantView::of).toList());
    }

    /** The user's grant under the contract, or null if there is none. */
    public @Nullable GrantView grant(String userId, ContractDetails contract) {
        return world.locked(() -> {
            Grant grant = world.grants().of(userId, contract.contractId());
            return grant == null ? null : GrantView.of(grant);
        });
    }

    /** Stops, and deletes what was sent to it. */
    @Override
    public void close() {
        server.close();
        world.blobs().clear();
    }
}
