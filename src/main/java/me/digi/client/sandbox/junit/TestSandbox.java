package me.digi.client.sandbox.junit;

import java.util.Objects;
import java.util.function.UnaryOperator;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;

/** A sandbox and a client, which JUnit closes. */
final class TestSandbox implements AutoCloseable {
    private static final String REDIRECT_URI = "https://app.example/callback";

    private final Sandbox sandbox;
    private final DigiMe digiMe;

    private TestSandbox(Sandbox sandbox, DigiMe digiMe) {
        this.sandbox = sandbox;
        this.digiMe = digiMe;
    }

    static TestSandbox start(UnaryOperator<SandboxBuilder> sandboxSetUp, UnaryOperator<DigiMe.Builder> clientSetUp) {
        Sandbox sandbox = sandboxSetUp.apply(Sandbox.builder()).start();
        try {
            DigiMe.Builder builder = DigiMe.builder()
                    .applicationId(sandbox.applicationId())
                    .environment(sandbox.environment())
                    .clock(sandbox.clock());
            return new TestSandbox(sandbox, clientSetUp.apply(builder).build());
        } catch (RuntimeException | Error e) {
            sandbox.close();
            throw e;
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    DigiMe digiMe() {
        return digiMe;
    }

    ContractDetails contract() {
        return sandbox.contract();
    }

    /** Creates a user who consents. */
    UserAccessToken newUser() {
        PendingConsent pending =
                digiMe.authorize(contract()).redirectUri(REDIRECT_URI).start();
        if (pending.read(sandbox.allow(pending.url())) instanceof Authorized consent) {
            return digiMe.exchangeCode(contract(), consent);
        }
        throw new IllegalStateException("the sandbox did not return an authorization code");
    }

    /** Stores the pair under the user's digi.me id. */
    DigiMeUser userOf(UserAccessToken pair) {
        String userKey = Objects.requireNonNull(pair.userId(), "userId");
        // If the user has replaced the pair meanwhile, the newer stored one stays.
        digiMe.takeOver(contract(), userKey, pair);
        return digiMe.user(contract(), userKey);
    }

    void reset() {
        sandbox.clearFaults();
        sandbox.release();
        sandbox.requests().clear();
    }

    @Override
    public void close() {
        try {
            digiMe.close();
        } finally {
            sandbox.close();
        }
    }
}
