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

/** The parts of a sandbox, put together: the state, the server, and the directory that keeps the state. */
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
    final Visitor visitor;
    final FaultQueue faults = new FaultQueue();
    final Strictness strictness = new Strictness();
    final RequestLog requests;
    final ControlGuard guard;
    final WebServer server;

    private final KeyPool keys;
    private final Set<String> redirectUris;
    private final @Nullable StateDirectory directory;
    private final RandomText references;

    SandboxHost(SandboxSettings settings) {
        redirectUris = settings.redirectUris();
        requests = new RequestLog(settings.requestLog());
        keys = new KeyPool(settings.seed(), settings.freshKeys());
        references = new RandomText(settings.seed(), "references");
        world = new World(
                settings.applicationId(), settings.clock(), settings.lifetimes(), settings.seed(), new Blobs());
        server = new WebServer(settings.address(), settings.port());
        url = settings.publicUrl() == null ? url(settings.address(), server.port()) : settings.publicUrl();
        isBeyondLoopback = settings.publicUrl() != null || !settings.address().isLoopbackAddress();
        signer = new ResponseSigner(keys, url + BASE + "jwks/oauth");
        directory = settings.directory() == null ? null : open(settings.directory(), settings.clock());
        String newToken = new RandomText(settings.seed(), "control").next(24);
        guard = new ControlGuard(directory == null ? newToken : directory.controlToken(newToken), URI.create(url));
        Pages pages = new Pages(world);
        visitor = new Visitor(url + ONBOARD, pages);
        server.serve("/", api(BASE, Operations.ofTheApi(signer, url + ONBOARD), ErrorShape.NESTED));
        server.serve(CLOUD, api(CLOUD, Operations.ofTheCloud(), ErrorShape.CLOUD));
        server.serve(ONBOARD, new PageService(ONBOARD, pages, requests::add));
        server.serve(StaticFiles.PATH, new StaticFiles());
        saveWith(signer.keys());
    }

    /** Adds a contract, and does not wait for its keys. */
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

    /** To be called within the lock. */
    User user(String userId) {
        User user = world.users().byId(userId);
        if (user == null) {
            throw new UnknownException("user", userId);
        }
        return user;
    }

    /** To be called within the lock. */
    Grant grant(String userId, String contractId) {
        Grant grant = world.grants().of(userId, contractId);
        if (grant == null) {
            throw new UnknownException("grant of user " + userId + " under contract", contractId);
        }
        return grant;
    }

    /** The file with the private key of a contract, as PEM, once the key is found; null without a directory. */
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
            // What cannot be saved now is saved with the next change, whose request then fails visibly.
            CompletableFuture<Void> unused = found.thenRun(this::save);
        }
    }

    private void save() {
        world.change(() -> world.changes().world());
    }

    /** An address that stands for all of them is reached by loopback. */
    private static String url(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
