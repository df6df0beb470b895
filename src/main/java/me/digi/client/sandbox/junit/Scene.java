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

/** A sandbox and a client for it; JUnit closes them, as they are in its store. */
final class Scene implements AutoCloseable {
    /** Registered in every contract of a sandbox. */
    private static final String REDIRECT_URI = "https://app.example/callback";

    private final Sandbox sandbox;
    private final DigiMe digiMe;

    private Scene(Sandbox sandbox, DigiMe digiMe) {
        this.sandbox = sandbox;
        this.digiMe = digiMe;
    }

    static Scene start(UnaryOperator<SandboxBuilder> sandboxSetUp, UnaryOperator<DigiMe.Builder> clientSetUp) {
        Sandbox sandbox = sandboxSetUp.apply(Sandbox.builder()).start();
        try {
            DigiMe.Builder builder = DigiMe.builder()
                    .applicationId(sandbox.applicationId())
                    .environment(sandbox.environment())
                    .clock(sandbox.clock());
            return new Scene(sandbox, clientSetUp.apply(builder).build());
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

    /** Somebody nobody has seen before, who consents. */
    UserAccessToken newUser() {
        PendingConsent pending =
                digiMe.authorize(contract()).redirectUri(REDIRECT_URI).start();
        if (pending.read(sandbox.allow(pending.url())) instanceof Authorized consent) {
            return digiMe.exchangeCode(contract(), consent);
        }
        throw new IllegalStateException("the sandbox's page did not let the user consent");
    }

    /** The user of this pair, who is stored under digi.me's id for them. */
    DigiMeUser userOf(UserAccessToken pair) {
        String userKey = Objects.requireNonNull(pair.userId(), "userId");
        // A pair that the user has replaced since is older than the stored one, which stays.
        digiMe.takeOver(contract(), userKey, pair);
        return digiMe.user(contract(), userKey);
    }

    void forget() {
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
