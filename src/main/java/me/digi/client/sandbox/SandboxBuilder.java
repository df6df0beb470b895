package me.digi.client.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import me.digi.client.sandbox.internal.state.Lifetimes;
import org.jspecify.annotations.Nullable;

/** Configures a {@link Sandbox}. Not safe for use by many threads. */
public final class SandboxBuilder {
    InetAddress address = loopback();
    int port;

    @Nullable
    String publicUrl;

    @Nullable
    Path directory;

    @Nullable
    String seed;

    boolean freshKeys;
    int requestLog = 50_000;
    private @Nullable Boolean controlApi;
    String applicationId = "sandbox-app";
    SandboxClock clock = SandboxClock.frozenAt(Instant.now());
    private Duration accessTokenLifetime = Duration.ofDays(1);
    private Duration refreshTokenLifetime = Duration.ofDays(180);
    private Duration codeLifetime = Duration.ofMinutes(10);
    private Duration sessionLifetime = Duration.ofHours(1);
    private Duration timestampWindow = Duration.ofMinutes(5);
    private @Nullable Consumer<SandboxLibrary> newUsers;
    final Set<String> redirectUris = new LinkedHashSet<>();

    SandboxBuilder() {
        redirectUris.add("http://localhost:8765/callback");
        redirectUris.add("https://app.example/callback");
    }

    /**
     * The address to listen on. Default: 127.0.0.1. With any other address, anyone who can reach the port can read and
     * change everything in the sandbox; the control API is then off unless {@link #controlApi} turns it on.
     */
    public SandboxBuilder address(InetAddress address) {
        this.address = address;
        return this;
    }

    /**
     * The URL by which clients reach the sandbox, without a path, such as {@code http://sandbox:8787}. Default: the
     * address and the port.
     */
    public SandboxBuilder publicUrl(String publicUrl) {
        if (!publicUrl.matches("https?://[^/?#@]+/?")) {
            throw new IllegalArgumentException("publicUrl must be like http://sandbox:8787: " + publicUrl);
        }
        this.publicUrl = publicUrl.replaceAll("/$", "");
        return this;
    }

    /**
     * Keeps contracts, keys, users with their data and tokens, storages and the clock in a directory, from which the
     * next sandbox continues. Every change is saved before the response that reports it is sent; the process may be
     * killed at any time. Open pages, authorization codes and sessions are not kept. For one sandbox at a time.
     * Default: in memory.
     */
    public SandboxBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /**
     * Derives keys, ids and tokens from a text: the same requests in the same order get the same ones, on every JDK.
     * Anyone who knows the seed knows all of them. Default: random ids and tokens.
     */
    public SandboxBuilder seed(String seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Generates new keys. By default, the keys of the contracts {@code sandbox-contract}, {@code sandbox-push} and
     * {@code sandbox-raw} and the first signing key are test keys that are published with the sandbox: it then starts
     * without generating any. A directory that has keys keeps them.
     */
    public SandboxBuilder freshKeys() {
        freshKeys = true;
        return this;
    }

    /**
     * How many of the newest requests are kept, as long as they take less than 64 MiB. Default: 50,000.
     *
     * @param requests at least 1
     */
    public SandboxBuilder requestLog(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requestLog must be at least 1: " + requests);
        }
        requestLog = requests;
        return this;
    }

    /** Turns the control API on or off. Default: on if the address is loopback. */
    public SandboxBuilder controlApi(boolean on) {
        controlApi = on;
        return this;
    }

    /** The port. Default: a free one. */
    public SandboxBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** The id of the application that owns the contracts. Default: {@code sandbox-app}. */
    public SandboxBuilder applicationId(String applicationId) {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("applicationId must not be blank");
        }
        this.applicationId = applicationId;
        return this;
    }

    /** Stops the clock at this time until it is moved. Default: now. */
    public SandboxBuilder clockAt(Instant start) {
        clock = SandboxClock.frozenAt(start);
        return this;
    }

    /** Runs the clock in real time, for clients with a clock of their own. */
    public SandboxBuilder runningClock() {
        clock = SandboxClock.running();
        return this;
    }

    /** The lifetime of access tokens. Default: one day. */
    public SandboxBuilder accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = positive("accessTokenLifetime", lifetime);
        return this;
    }

    /** The lifetime of refresh tokens. Default: 180 days. */
    public SandboxBuilder refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = positive("refreshTokenLifetime", lifetime);
        return this;
    }

    /** The lifetime of authorization codes. Default: ten minutes. */
    public SandboxBuilder codeLifetime(Duration lifetime) {
        codeLifetime = positive("codeLifetime", lifetime);
        return this;
    }

    /** The lifetime of a session and its page. Default: one hour. */
    public SandboxBuilder sessionLifetime(Duration lifetime) {
        sessionLifetime = positive("sessionLifetime", lifetime);
        return this;
    }

    /** How far a request's timestamp may be from the clock, either way. Default: five minutes. */
    public SandboxBuilder timestampWindow(Duration window) {
        timestampWindow = positive("timestampWindow", window);
        return this;
    }

    /** Registers a redirect URI in every contract. */
    public SandboxBuilder redirectUri(String redirectUri) {
        redirectUris.add(redirectUri);
        return this;
    }

    /** Sets up the library of each user who consents for the first time: see {@link Sandbox#newUsers}. */
    public SandboxBuilder newUsers(Consumer<SandboxLibrary> setUp) {
        newUsers = setUp;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws java.io.UncheckedIOException if it cannot listen on the port, or use the directory
     * @throws IllegalStateException if the directory is damaged, was written by a newer version, or is in use; or if a
     *     seed is set together with a directory or fresh keys
     */
    public Sandbox start() {
        if (directory != null && seed != null) {
            throw new IllegalStateException("directory and seed exclude each other: a directory keeps its own keys");
        }
        if (freshKeys && seed != null) {
            throw new IllegalStateException("freshKeys and seed exclude each other: a seed determines the keys");
        }
        Sandbox sandbox = new Sandbox(this);
        if (newUsers != null) {
            sandbox.newUsers(newUsers);
        }
        return sandbox;
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasControlApi() {
        return controlApi == null ? address.isLoopbackAddress() : controlApi;
    }

    Lifetimes lifetimes() {
        return new Lifetimes(accessTokenLifetime, refreshTokenLifetime, codeLifetime, sessionLifetime, timestampWindow);
    }

    private static Duration positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
        return duration;
    }
}
