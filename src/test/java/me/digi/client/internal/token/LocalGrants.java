package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import me.digi.client.DigiMe;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.store.GrantKey;

/**
 * The grants of a client beneath {@link DigiMe}, over real HTTP to a sandbox: for tests that choose what an application
 * cannot.
 */
final class LocalGrants implements AutoCloseable {
    static final String USER = "user-42";
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    final Sandbox sandbox = Sandbox.start();
    final ContractDetails contract = sandbox.contract();
    final TroubledStore store = new TroubledStore();
    final GrantKey key = new GrantKey(contract.contractId(), USER);
    final UserAccessToken first = consent();
    private final SandboxEndpoint endpoint = new SandboxEndpoint(sandbox);
    private int clients;

    /** What a client works with that has this clock and this policy, and whose pauses end when the store changes. */
    Grants.Parts parts(Clock clock, TokenPolicy policy) {
        return parts(clock, policy, duration -> store.awaitChange());
    }

    Grants.Parts parts(Clock clock, TokenPolicy policy, Sleeper sleeper) {
        return new Grants.Parts(
                store, endpoint.tokens, clock, sleeper, policy, new Notifications(null), "client-" + ++clients);
    }

    static TokenPolicy policy() {
        return TokenPolicy.of(A_WHILE, A_WHILE);
    }

    /** The pair that the sandbox honours. */
    TokenPair live() {
        return Objects.requireNonNull(
                Objects.requireNonNull(sandbox.grant(first.userId(), contract)).live());
    }

    boolean honours(UserAccessToken token) {
        return live().accessToken().equals(token.accessToken().value())
                && live().refreshToken().equals(token.refreshToken().value());
    }

    UserAccessToken stored() {
        return new GrantRecords(store, key).require().state().token();
    }

    int refreshes() {
        return sandbox.requests().count(Operation.REFRESH);
    }

    private UserAccessToken consent() {
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build()) {
            AuthorizationUrl link = digiMe.authorize(contract)
                    .callback("https://app.example/callback")
                    .state("state")
                    .url();
            Authorized allowed = (Authorized) AuthorizationResult.fromCallback(sandbox.allow(link.url()), "state");
            return digiMe.exchangeCode(contract, allowed.code(), link.codeVerifier());
        }
    }

    @Override
    public void close() {
        endpoint.close();
        sandbox.close();
    }
}
