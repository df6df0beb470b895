package me.digi.client.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.internal.control.ControlGuard;
import me.digi.client.sandbox.internal.directory.StateDirectory;
import me.digi.client.sandbox.internal.html.StaticFiles;
import me.digi.client.sandbox.internal.http.ApiService;
import me.digi.client.sandbox.internal.http.ResponseWriter;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.http.WebServer;
import me.digi.client.sandbox.internal.jose.KeyPool;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.operation.Operations;
import me.digi.client.sandbox.internal.page.PageException;
import me.digi.client.sandbox.internal.page.PageService;
import me.digi.client.sandbox.internal.page.Pages;
import me.digi.client.sandbox.internal.protocol.Api;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Strictness;
import me.digi.client.sandbox.internal.state.Blobs;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.RandomText;
import me.digi.client.sandbox.internal.state.UnknownException;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** The parts of a sandbox: the state, the server, and the directory that keeps the state. */
final class SandboxHost implements AutoCloseable {
    static final String BASE = "/v1.7/";
    static final String ONBOARD = "/apps/saas/";
    static final String CLOUD = "/cloud/v1/";
    static final String CONTROL = "/control/v1/";
    static final String CONSOLE = "/console";

    final String url;
    final boolean isBeyondLoopback;
    final World world;
    final ResponseSigner signer;
    final FaultQueue faults = new FaultQueue();
    final Strictness strictness = new Strictness();
    final RequestLog requests;
    final ControlGuard guard;
    final WebServer server;

    private final KeyPool keys;
    private final Pages pages;
    private final Set<String> redirectUris;
    private final @Nullable StateDirectory directory;
    private final RandomText references;

    SandboxHost(SandboxBuilder builder) {
        redirectUris = Set.copyOf(builder.redirectUris);
        requests = new RequestLog(builder.requestLog);
        keys = new KeyPool(builder.seed, builder.freshKeys);
        references = new RandomText(builder.seed, "references");
        world = new World(builder.applicationId, builder.clock, builder.lifetimes(), builder.seed, new Blobs());
        server = new WebServer(builder.address, builder.port);
        url = builder.publicUrl == null ? url(builder.address, server.port()) : builder.publicUrl;
        isBeyondLoopback = builder.publicUrl != null || !builder.address.isLoopbackAddress();
        signer = new ResponseSigner(keys, url + BASE + "jwks/oauth");
        directory = builder.directory == null ? null : open(builder.directory, builder.clock);
        String newToken = new RandomText(builder.seed, "control").next(24);
        guard = new ControlGuard(directory == null ? newToken : directory.controlToken(newToken), URI.create(url));
        pages = new Pages(world);
        server.serve("/", api(BASE, Operations.ofApi(signer, url + ONBOARD), ErrorShape.NESTED));
        server.serve(CLOUD, api(CLOUD, Operations.ofCloud(), ErrorShape.CLOUD));
        server.serve(ONBOARD, new PageService(ONBOARD, pages, requests::add));
        server.serve(StaticFiles.PATH, new StaticFiles());
        saveWith(signer.keys());
    }

    /** Decides on a page, and returns the callback; the error code is null if the user allows it. */
    URI decide(URI link, @Nullable String errorCode) {
        String page = link.toString().split("\\?", 2)[0];
        if (!page.startsWith(url + ONBOARD)) {
            throw new IllegalArgumentException("not a page of this sandbox: " + page);
        }
        try {
            return pages.decide(page.substring((url + ONBOARD).length()), link.getRawQuery(), errorCode);
        } catch (PageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Adds a contract without waiting for its keys. */
    void declareContract(String contractId, ContractKind kind, Set<String> moreRedirectUris) {
        Set<String> registered = new LinkedHashSet<>(redirectUris);
        registered.addAll(moreRedirectUris);
        CompletableFuture<KeyPair> found = keys.take("contract " + contractId);
        world.change(() -> world.contracts().add(new Contract(contractId, kind, found, registered, world.changes())));
        saveWith(found);
    }

    void rotateKeys() {
        signer.rotate();
        saveWith(signer.keys());
    }

    Contract contract(String contractId) {
        Contract contract = world.locked(() -> world.contracts().byId(contractId));
        if (contract == null) {
            throw new UnknownException("contract", contractId);
        }
        return contract;
    }

    /** Call it within the lock. */
    User user(String userId) {
        User user = world.users().byId(userId);
        if (user == null) {
            throw new UnknownException("user", userId);
        }
        return user;
    }

    /** Call it within the lock. */
    Grant grant(String userId, String contractId) {
        Grant grant = world.grants().of(userId, contractId);
        if (grant == null) {
            throw new UnknownException("grant of user " + userId + " under contract", contractId);
        }
        return grant;
    }

    /** Waits for the key of a contract, and returns its PEM file; null without a directory. */
    @Nullable
    Path keyFile(String contractId) {
        if (directory == null) {
            return null;
        }
        contract(contractId).keys();
        save();
        return directory.keyFile(contractId);
    }

    @Override
    public void close() {
        server.close();
        world.change(() -> {
            world.blobs().clear();
            if (directory != null) {
                directory.close();
            }
        });
    }

    private Service api(String basePath, List<ApiOperation> operations, ErrorShape errors) {
        return new ApiService(
                basePath,
                new Api(world, operations),
                new ResponseWriter(signer, references, errors),
                strictness,
                faults::next,
                requests::add);
    }

    private StateDirectory open(Path path, SandboxClock clock) {
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
        return opened;
    }

    private void saveWith(CompletableFuture<KeyPair> found) {
        if (directory != null) {
            // If saving fails, the next change saves it too, and its request fails visibly.
            CompletableFuture<Void> unused = found.thenRun(this::save);
        }
    }

    private void save() {
        world.change(() -> world.changes().world());
    }

    /** The wildcard address is reached by loopback. */
    private static String url(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
