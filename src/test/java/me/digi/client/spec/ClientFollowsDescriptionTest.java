package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.DigiMe;
import me.digi.client.KnownUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The client's requests and the sandbox's responses match the description. */
class ClientFollowsDescriptionTest {
    private static final String REDIRECT_URI = "https://app.example/callback";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final ContractDetails contract = sandbox.contract();
    private final ExchangeRecorder recorder = new ExchangeRecorder();

    @AutoClose
    private final DigiMe digiMe = DigiMe.builder()
            .applicationId(sandbox.applicationId())
            .environment(sandbox.environment())
            .clock(sandbox.clock())
            .httpClient(recorder.httpClient())
            .build();

    @Test
    void lifeOfTokenFollowsTheDescription() {
        UserAccessToken first =
                consent(digiMe.authorize(contract).redirectUri(REDIRECT_URI).start());
        KnownUser.of(digiMe, contract, first).listAccounts();
        Refreshed refreshed = (Refreshed) digiMe.refreshToken(contract, first);
        digiMe.refreshToken(contract, first);
        PendingConsent again = digiMe.reauthorize(contract, refreshed.token())
                .redirectUri(REDIRECT_URI)
                .start();
        digiMe.signIn(contract, "user-42", allow(again)).user().listAccounts();

        assertThat(recorder.exchanges())
                .extracting(
                        exchange -> exchange.method() + " " + exchange.url().encodedPath() + " " + exchange.status())
                .contains(
                        "POST /v1.7/oauth/authorize 201",
                        "GET /v1.7/jwks/oauth 200",
                        "POST /v1.7/oauth/token 201",
                        "POST /v1.7/oauth/token 401",
                        "POST /v1.7/oauth/token/reference 201",
                        "GET /v1.7/permission-access/accounts 200");
        ApiDescription description = ApiDescription.of(sandbox.environment());
        assertThat(recorder.exchanges()).flatMap(description::violations).isEmpty();
    }

    private UserAccessToken consent(PendingConsent pending) {
        return digiMe.exchangeCode(contract, allow(pending));
    }

    private Authorized allow(PendingConsent pending) {
        return (Authorized) pending.read(sandbox.allow(pending.url()));
    }
}
