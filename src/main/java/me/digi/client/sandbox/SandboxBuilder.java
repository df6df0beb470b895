package me.digi.client.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import me.digi.client.sandbox.internal.state.Lifetimes;

/** Sets up a {@link Sandbox}. Not safe for use by many threads. */
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

    /** The port on 127.0.0.1; any free one unless set. */
    public SandboxBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** The application that the contracts belong to. */
    public SandboxBuilder applicationId(String applicationId) {
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("applicationId must not be blank");
        }
        this.applicationId = applicationId;
        return this;
    }

    /** Lets the clock stand still at that moment, until it is told to move. It stands still at now unless set. */
    public SandboxBuilder clockAt(Instant start) {
        clock = SandboxClock.frozenAt(start);
        return this;
    }

    /** Lets the clock run with real time: for clients that have a clock of their own. */
    public SandboxBuilder runningClock() {
        clock = SandboxClock.running();
        return this;
    }

    /** How long access tokens live: one day unless set. */
    public SandboxBuilder accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = positive("accessTokenLifetime", lifetime);
        return this;
    }

    /** How long refresh tokens live: 180 days unless set. */
    public SandboxBuilder refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = positive("refreshTokenLifetime", lifetime);
        return this;
    }

    /** How long an authorization code may be exchanged: ten minutes unless set. */
    public SandboxBuilder codeLifetime(Duration lifetime) {
        codeLifetime = positive("codeLifetime", lifetime);
        return this;
    }

    /** How long a session and the page that belongs to it live: one hour unless set. */
    public SandboxBuilder sessionLifetime(Duration lifetime) {
        sessionLifetime = positive("sessionLifetime", lifetime);
        return this;
    }

    /** How far a request's timestamp may lie from the clock, either way: five minutes unless set. */
    public SandboxBuilder timestampWindow(Duration window) {
        timestampWindow = positive("timestampWindow", window);
        return this;
    }

    /** Registers one more redirect URI in every contract. */
    public SandboxBuilder redirectUri(String redirectUri) {
        redirectUris.add(redirectUri);
        return this;
    }

    /** A running sandbox. */
    public Sandbox start() {
        return new Sandbox(port, applicationId, clock, lifetimes(), redirectUris);
    }

    private Lifetimes lifetimes() {
        return new Lifetimes(accessTokenLifetime, refreshTokenLifetime, codeLifetime, sessionLifetime, timestampWindow);
    }

    private static Duration positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing: " + duration);
        }
        return duration;
    }
}
