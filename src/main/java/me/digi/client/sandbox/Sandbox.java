package me.digi.client.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.internal.control.ControlGuard;
import me.digi.client.sandbox.internal.control.ControlService;
import me.digi.client.sandbox.internal.directory.StateDirectory;
import me.digi.client.sandbox.internal.http.ApiService;
import me.digi.client.sandbox.internal.http.ResponseWriter;
import me.digi.client.sandbox.internal.http.WebServer;
import me.digi.client.sandbox.internal.jose.KeyPool;
import me.digi.client.sandbox.internal.jose.Pem;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.operation.Operations;
import me.digi.client.sandbox.internal.page.PageService;
import me.digi.client.sandbox.internal.page.Pages;
import me.digi.client.sandbox.internal.protocol.Api;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.protocol.Strictness;
import me.digi.client.sandbox.internal.state.Blobs;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.RandomText;
import me.digi.client.sandbox.internal.state.UnknownException;
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
 * ({@link SandboxBuilder#runningClock()}). In a browser, the link shows a page with two buttons; with {@code /allow} or
 * {@code /deny} after the page's name ({@code …/authorize/allow?code=…}) it decides at once.
 *
 * <p>Safe for use by many threads; its own are daemons.
 */
public final class Sandbox implements AutoCloseable {
    private static final String BASE = "/v1.7/";
    private static final String ONBOARD = "/apps/saas/";
    private static final String CLOUD = "/cloud/v1/";
    private static final String CONTROL = "/control/v1/";
    private static final String READ_CONTRACT = "sandbox-contract";

    private final WebServer server;
    private final String url;
    private final SandboxClock clock;
    private final World world;
    private final Visitor visitor;
    private final ResponseSigner signer;
    private final KeyPool keys;
    private final Set<String> redirectUris;
    private final FaultQueue faults = new FaultQueue();
    private final Strictness strictness = new Strictness();
    private final RequestLog requests;
    private final @Nullable StateDirectory directory;
    private final ControlGuard guard;
    private final boolean controlled;
    private final Map<String, ContractDetails> details = new ConcurrentHashMap<>();

    Sandbox(SandboxSettings settings) {
        clock = settings.clock();
        redirectUris = settings.redirectUris();
        requests = new RequestLog(settings.requestLog());
        keys = new KeyPool(settings.seed());
        world = new World(settings.applicationId(), clock, settings.lifetimes(), settings.seed(), new Blobs());
        server = new WebServer(settings.address(), settings.port());
        url = settings.publicUrl() == null ? url(settings.address(), server.port()) : settings.publicUrl();
        signer = new ResponseSigner(keys, url + BASE + "jwks/oauth");
        directory = settings.directory() == null ? null : openDirectory(settings.directory());
        Pages pages = new Pages(world);
        visitor = new Visitor(url + ONBOARD, pages);
        RandomText references = new RandomText(settings.seed(), "references");
        server.serve(
                "/",
                new ApiService(
                        BASE,
                        new Api(world, Operations.ofTheApi(signer, url + ONBOARD)),
                        new ResponseWriter(signer, references, ErrorShape.NESTED),
                        strictness,
                        faults::next,
                        requests::add));
        server.serve(
                CLOUD,
                new ApiService(
                        CLOUD,
                        new Api(world, Operations.ofTheCloud()),
                        new ResponseWriter(signer, references, ErrorShape.CLOUD),
                        strictness,
                        faults::next,
                        requests::add));
        server.serve(ONBOARD, new PageService(ONBOARD, settings.applicationId(), pages, requests::add));
        String newToken = new RandomText(settings.seed(), "control").next(24);
        guard = new ControlGuard(directory == null ? newToken : directory.controlToken(newToken), URI.create(url));
        controlled = settings.controlApi();
        if (controlled) {
            server.serve(CONTROL, new ControlService(CONTROL, this, guard));
        }
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
                .baseUrl(url + BASE)
                .onboardUrl(url + ONBOARD)
                .cloudUrl(url + CLOUD)
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

    /** The URL of the sandbox, without a slash at its end. */
    public URI url() {
        return URI.create(url);
    }

    /** The URL of the control API; null if it is off. */
    public @Nullable URI controlUrl() {
        return controlled ? URI.create(url + CONTROL) : null;
    }

    /** The token that the control API takes, as {@code Authorization: Bearer <token>}. */
    public String controlToken() {
        return guard.token();
    }

    /** Returns the sandbox's read contract, with the default redirect URIs and those of the builder. */
    public synchronized ContractDetails contract() {
        if (world.locked(() -> world.contracts().byId(READ_CONTRACT)) == null) {
            declareContract(READ_CONTRACT, ContractKind.READ, Set.of());
        }
        return contract(READ_CONTRACT);
    }

    /**
     * Returns a contract that was added before.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public ContractDetails contract(String contractId) {
        Contract contract = known(contractId);
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

    /** Adds a contract, and does not wait for its keys. */
    void declareContract(String contractId, ContractKind kind, Set<String> moreRedirectUris) {
        Set<String> registered = new LinkedHashSet<>(redirectUris);
        registered.addAll(moreRedirectUris);
        CompletableFuture<KeyPair> found = keys.take("contract " + contractId);
        world.locked(() -> {
            world.contracts().add(new Contract(contractId, kind, found, registered, world.changes()));
            return world;
        });
        saveOnce(found);
    }

    /** The contracts, in the order in which they were added. */
    public List<ContractView> contracts() {
        return world.locked(
                () -> world.contracts().all().stream().map(Sandbox::view).toList());
    }

    /** Replaces the redirect URIs that are registered in a contract. */
    public void redirectUris(String contractId, Collection<String> registered) {
        Contract contract = known(contractId);
        world.locked(() -> {
            contract.redirectUris(Set.copyOf(registered));
            return world;
        });
    }

    /** Returns a contract's private key as PKCS#1 PEM, the format that digi.me uses. */
    public String privateKeyPem(ContractDetails contract) {
        return Pem.pkcs1(contract.privateKey());
    }

    /** Returns the private key of a contract of this id as PKCS#1 PEM. */
    public String privateKeyPem(String contractId) {
        return Pem.pkcs1(known(contractId).keys().getPrivate());
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

    /** The faults that have not occurred, in order. */
    public Map<Operation, List<Fault>> faults() {
        return faults.pending();
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
        saveOnce(signer.keys());
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
        strictness.loosen(Rule.toLoosen(rule));
    }

    /** Takes back {@link #loosen}. */
    public void tighten(String rule) {
        strictness.tighten(Rule.toLoosen(rule));
    }

    /** Every rule for requests. */
    public List<RuleView> rules() {
        return Arrays.stream(Rule.values())
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.expected(),
                        rule.officialSdk(),
                        rule.isLoosenable(),
                        strictness.isLoosened(rule)))
                .toList();
    }

    /** Expires all access tokens; refresh tokens stay valid. */
    public void expireAccessTokens() {
        world.locked(() -> {
            world.grants().expireAccessTokens(world.now());
            return world;
        });
    }

    /** Expires the access tokens of a user; refresh tokens stay valid. */
    public void expireAccessTokens(String userId) {
        world.locked(() -> {
            world.grants().of(user(userId)).forEach(grant -> world.grants().expireAccessToken(grant, world.now()));
            return world;
        });
    }

    /** Revokes the user's grants: both tokens of each pair are rejected, and the user has to reauthorize. */
    public void revoke(String userId) {
        world.locked(() -> {
            world.grants().revoke(user(userId), world.now());
            return world;
        });
    }

    /** Deletes a user with all data, as the operation {@code deleteUser} does. */
    public void deleteUser(String userId) {
        world.locked(() -> {
            world.delete(user(userId));
            return world;
        });
    }

    /** The users, in the order in which they first consented. */
    public List<UserView> users() {
        return world.locked(() -> world.users().all().stream()
                .map(user -> new UserView(user.id(), user.createdAt()))
                .toList());
    }

    /**
     * Returns the data of a user.
     *
     * @throws IllegalArgumentException if no user of this id has consented so far
     */
    public SandboxLibrary library(String userId) {
        return world.locked(() -> new SandboxLibrary(world, user(userId).library()));
    }

    /** Sets up the library of each user who consents for the first time from now on, replacing an earlier set-up. */
    public void newUsers(Consumer<SandboxLibrary> setUp) {
        world.locked(() -> {
            world.users().setUp(library -> setUp.accept(new SandboxLibrary(world, library)));
            return world;
        });
    }

    /** Creates a user who has consented to a contract and has a first token pair, without a page or request. */
    public GrantView createUser(String contractId) {
        Contract contract = known(contractId);
        return world.locked(() -> {
            Grant grant = world.grants().open(world.users().create(world.now()), contract);
            world.grants().issue(grant, world.now(), world.lifetimes(), IssuedPair.End.CONSENTED_AGAIN);
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

    /** Stops the sandbox and deletes what it received, except what is in its directory. */
    @Override
    public void close() {
        server.close();
        world.blobs().clear();
        if (directory != null) {
            directory.close();
        }
    }

    /** The file with the private key of a contract, as PEM, once the key is found; null without a directory. */
    @Nullable
    Path keyFile(String contractId) {
        if (directory == null) {
            return null;
        }
        known(contractId).keys();
        save();
        return directory.keyFile(contractId);
    }

    private StateDirectory openDirectory(Path path) {
        StateDirectory opened = null;
        try {
            opened = StateDirectory.open(path);
            opened.keep(world, signer, clock);
        } catch (RuntimeException e) {
            server.close();
            if (opened != null) {
                opened.close();
            }
            throw e;
        }
        clock.onAdvance(this::save);
        saveOnce(signer.keys());
        return opened;
    }

    private void saveOnce(CompletableFuture<KeyPair> found) {
        found.thenRun(this::save);
    }

    private void save() {
        world.locked(() -> {
            world.changes().world();
            return world;
        });
    }

    private Contract known(String contractId) {
        Contract contract = world.locked(() -> world.contracts().byId(contractId));
        if (contract == null) {
            throw new UnknownException("contract", contractId);
        }
        return contract;
    }

    private User user(String userId) {
        User user = world.users().byId(userId);
        if (user == null) {
            throw new UnknownException("user", userId);
        }
        return user;
    }

    private static ContractView view(Contract contract) {
        return new ContractView(
                contract.id(),
                contract.kind(),
                contract.redirectUris().stream().sorted().toList());
    }

    /** An address that stands for all of them is reached by loopback. */
    private static String url(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
