package me.digi.client.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import me.digi.client.sandbox.internal.state.Lifetimes;

/** Configures a {@link Sandbox}. Not safe for use by many threads. */
public final class SandboxBuilder {
    private int port;
    private String applicationId = "sandbox-app";
    private SandboxClock clock = SandboxClock.frozenAt(Instant.now());
    private Duration accessTokenLifetime = Duration.ofDays(1);
    private Duration refreshTokenLifetime = Duration.ofDays(180);
    private Duration codeLifetime = Duration.ofMinutes(10);
    private Duration sessionLifetime = Duration.ofHours(1);
    private Duration timestampWindow = Duration.ofMinutes(5);
    private final Set<String> redirectUris = new LinkedHashSet<>();

    SandboxBuilder() {
        redirectUris.add("http://localhost:8765/callback");
        redirectUris.add("https://app.example/callback");
    }

    /** The port on 127.0.0.1. Default: a free one. */
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

    /** Stops the clock at a moment, until moved. Default: now. */
    public SandboxBuilder clockAt(Instant start) {
        clock = SandboxClock.frozenAt(start);
        return this;
    }

    /** Runs the clock in real time, for clients with a clock of their own. */
    public SandboxBuilder runningClock() {
        clock = SandboxClock.running();
        return this;
    }

    /** The life of access tokens. Default: one day. */
    public SandboxBuilder accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = positive("accessTokenLifetime", lifetime);
        return this;
    }

    /** The life of refresh tokens. Default: 180 days. */
    public SandboxBuilder refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = positive("refreshTokenLifetime", lifetime);
        return this;
    }

    /** The life of authorization codes. Default: ten minutes. */
    public SandboxBuilder codeLifetime(Duration lifetime) {
        codeLifetime = positive("codeLifetime", lifetime);
        return this;
    }

    /** The life of a session and its page. Default: one hour. */
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

    public Sandbox start() {
        return new Sandbox(port, applicationId, clock, lifetimes(), redirectUris);
    }

    private Lifetimes lifetimes() {
        return new Lifetimes(accessTokenLifetime, refreshTokenLifetime, codeLifetime, sessionLifetime, timestampWindow);
    }

    private static Duration positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
        return duration;
    }
}
