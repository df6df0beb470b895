package me.digi.client.sandbox;

import static me.digi.client.sandbox.SandboxCaller.parameters;
import static me.digi.client.sandbox.SandboxCaller.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxTokenLifeTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void aTokenPairFromAConsentReadsAccounts() {
        Tokens tokens = caller.consent();
        Reply accounts = caller.accounts(tokens.access());
        assertThat(accounts.status()).isEqualTo(200);
        assertThat(accounts.body())
                .contains("\"reference\"", "\"BANK\"", "\"serviceTypeReference\"", "Linden Hospital");
    }

    @Test
    void signedResponsesNameTheKeyAndHaveTheRequiredMembers() {
        String verifier = SandboxCaller.verifier();
        Reply authorized = caller.authorize(caller.authorizeJwt(verifier));
        assertThat(authorized.status()).isEqualTo(201);
        assertThat(authorized.tokenHeader())
                .containsOnlyKeys("alg", "typ", "jku", "kid")
                .containsEntry("alg", "PS512")
                .containsEntry("typ", "JWT");
        assertThat(authorized.tokenHeader().get("jku"))
                .isEqualTo(sandbox.environment().baseUrl() + "jwks/oauth");
        assertThat(authorized.payload()).containsOnlyKeys("preauthorization_code");
        Map<?, ?> session = (Map<?, ?>) authorized.json().get("session");
        assertThat(session.get("expiry"))
                .isEqualTo(sandbox.clock().instant().plus(Duration.ofHours(1)).toEpochMilli());

        URI callback = sandbox.allow(caller.link("authorize", authorized, "preauthorization_code"));
        assertThat(parameters(callback))
                .containsOnlyKeys("success", "state", "code", "accountReference")
                .containsEntry("success", "true")
                .containsEntry("state", "the state");

        Reply exchanged = caller.token(caller.exchangeJwt(parameters(callback).get("code"), verifier));
        assertThat(exchanged.json()).containsOnlyKeys("token");
        assertThat(exchanged.payload())
                .containsOnlyKeys("access_token", "refresh_token", "sub", "consentid", "identifier", "token_type")
                .containsEntry("token_type", "Bearer");
        assertThat(((Map<?, ?>) exchanged.payload().get("access_token")).get("expires_on"))
                .isEqualTo(sandbox.clock().instant().plus(Duration.ofDays(1)).getEpochSecond());
        assertThat(((Map<?, ?>) exchanged.payload().get("refresh_token")).get("expires_on"))
                .isEqualTo(sandbox.clock().instant().plus(Duration.ofDays(180)).getEpochSecond());
    }

    @Test
    void aRefreshReplacesBothTokens() {
        Tokens first = caller.consent();
        Tokens second = tokens(caller.refresh(first));
        assertThat(List.of(second.access(), second.refresh())).doesNotContain(first.access(), first.refresh());
        assertThat(second.user()).isEqualTo(first.user());

        Reply withOldRefresh = caller.refresh(first);
        assertThat(withOldRefresh.status()).isEqualTo(401);
        assertThat(withOldRefresh.errorCode()).isEqualTo("InvalidToken");
        assertThat(withOldRefresh.message()).isEqualTo("The token (refresh_token) is invalid");
        Reply withOldAccess = caller.accounts(first.access());
        assertThat(withOldAccess.status()).isEqualTo(401);
        assertThat(withOldAccess.message()).isEqualTo("The token (access_token) is invalid");

        assertThat(caller.accounts(second.access()).status()).isEqualTo(200);
    }

    @Test
    void tokensExpireWhenTheClockMoves() {
        Tokens tokens = caller.consent();
        sandbox.clock().advance(Duration.ofDays(1));
        Reply expired = caller.accounts(tokens.access());
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.errorCode()).isEqualTo("InvalidToken");
        assertThat(expired.message()).isEqualTo("The token (access_token) is expired");

        Tokens refreshed = tokens(caller.refresh(tokens));
        assertThat(caller.accounts(refreshed.access()).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofDays(180));
        Reply refused = caller.refresh(refreshed);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("InvalidToken");
        assertThat(refused.message()).isEqualTo("The token (refresh_token) is expired");
    }

    @Test
    void reauthorizingRevivesTheSameUserEvenAfterARevocation() {
        Tokens dead = caller.consent();
        sandbox.revoke(dead.user());
        assertThat(caller.refresh(dead).message()).isEqualTo("The token (refresh_token) is invalid");
        assertThat(caller.accounts(dead.access()).errorCode()).isEqualTo("InvalidToken");
        assertThat(sandbox.grant(dead.user(), sandbox.contract()).live()).isNull();

        String verifier = SandboxCaller.verifier();
        Reply reference = caller.post("oauth/token/reference", caller.reauthorizeJwt(dead.access(), verifier), "{}");
        assertThat(reference.payload()).containsOnlyKeys("reference_code");
        assertThat(reference.json()).containsOnlyKeys("token", "session");
        URI callback = sandbox.allow(caller.link("user-reauth", reference, "reference_code"));
        assertThat(parameters(callback)).containsOnlyKeys("success", "state", "code");
        Tokens alive =
                tokens(caller.token(caller.exchangeJwt(parameters(callback).get("code"), verifier)));
        assertThat(alive.user()).isEqualTo(dead.user());
        assertThat(caller.accounts(alive.access()).status()).isEqualTo(200);
    }

    @Test
    void aSecondContractIsGrantedByTheUserOfTheToken() {
        Tokens first = caller.consent();
        sandbox.clock().advance(Duration.ofDays(2));
        ContractDetails push = sandbox.addContract("push-contract", ContractKind.PUSH);
        SandboxCaller other = new SandboxCaller(sandbox, push);
        String verifier = SandboxCaller.verifier();
        RequestJwt jwt = other.authorizeJwt(verifier).claim("access_token", first.access());
        URI callback = sandbox.allow(other.authorizeLink(jwt));
        Tokens second =
                tokens(other.token(other.exchangeJwt(parameters(callback).get("code"), verifier)));
        assertThat(second.user()).isEqualTo(first.user());
        assertThat(sandbox.grants()).hasSize(2);
        assertThat(other.accounts(first.access()).message()).isEqualTo("The token (access_token) is invalid");
        assertThat(caller.refresh(first).status()).isEqualTo(201);
    }

    @Test
    void twoConsentsAreTwoUsers() {
        assertThat(caller.consent().user()).isNotEqualTo(caller.consent().user());
    }

    @Test
    void theGrantShowsWhichPairIsLive() {
        Tokens first = caller.consent();
        GrantView afterConsent = sandbox.grant(first.user(), sandbox.contract());
        assertThat(afterConsent.issued()).isEqualTo(1);
        assertThat(afterConsent.live().accessToken()).isEqualTo(first.access());
        Tokens second = tokens(caller.refresh(first));
        GrantView afterRefresh = sandbox.grant(first.user(), sandbox.contract());
        assertThat(afterRefresh.issued()).isEqualTo(2);
        assertThat(afterRefresh.live().number()).isEqualTo(2);
        assertThat(afterRefresh.live().refreshToken()).isEqualTo(second.refresh());
        assertThat(afterRefresh.toString()).doesNotContain(second.refresh(), second.access());
        assertThat(sandbox.grant("nobody", sandbox.contract())).isNull();
    }

    @Test
    void accessTokensExpireOnRequestAndRefreshTokensStayValid() {
        Tokens tokens = caller.consent();
        sandbox.expireAccessTokens();
        assertThat(caller.accounts(tokens.access()).message()).isEqualTo("The token (access_token) is expired");
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void lifetimesAreSettable() {
        try (Sandbox brief = Sandbox.builder()
                .accessTokenLifetime(Duration.ofSeconds(10))
                .refreshTokenLifetime(Duration.ofSeconds(20))
                .start()) {
            SandboxCaller briefCaller = new SandboxCaller(brief);
            Tokens tokens = briefCaller.consent();
            brief.clock().advance(Duration.ofSeconds(10));
            assertThat(briefCaller.accounts(tokens.access()).status()).isEqualTo(401);
            brief.clock().advance(Duration.ofSeconds(10));
            assertThat(briefCaller.refresh(tokens).status()).isEqualTo(401);
        }
    }
}
