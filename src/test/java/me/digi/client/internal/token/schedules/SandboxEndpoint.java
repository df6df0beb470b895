package me.digi.client.internal.token.schedules;

import com.squareup.moshi.Moshi;
import java.security.SecureRandom;
import java.time.Duration;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.oauth.SignedResponses;
import me.digi.client.internal.oauth.TokenEndpoint;
import me.digi.client.internal.wire.ModelAdapters;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.Sandbox;

/** The token endpoint of a sandbox over HTTP, with one attempt per request. */
public final class SandboxEndpoint implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public final TokenEndpoint tokens;
    private final HttpStack http;

    public SandboxEndpoint(Sandbox sandbox) {
        Moshi json = new Moshi.Builder().add(new ModelAdapters()).build();
        http = new HttpStack(
                new HttpSettings(
                        sandbox.environment(),
                        new HttpSettings.Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE),
                        RetryPolicy.none(),
                        sandbox.clock(),
                        System::nanoTime,
                        pause -> {},
                        () -> 0,
                        null,
                        null,
                        new Observations(null)),
                json);
        tokens = new TokenEndpoint(
                http,
                new Contracts(sandbox.applicationId(), sandbox.clock(), new RandomStrings(new SecureRandom())),
                new SignedResponses(http, sandbox.clock(), System::nanoTime));
    }

    @Override
    public void close() {
        http.close();
    }
}
