package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.FailedUser;
import me.digi.client.read.Session;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No key, token, code, verifier, session key or JWT shows in anything that an application may print. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private final LocalDigiMe local = new LocalDigiMe();
    private final PlantedSecrets secrets = new PlantedSecrets();

    @BeforeAll
    void live() {
        secrets.plant((RSAPrivateCrtKey) local.contract.privateKey());
        useEverything();
        failInEveryWay();
    }

    @AfterAll
    void close() {
        local.close();
    }

    /** Everything that an application receives, from authorization to refusal. */
    private void useEverything() {
        DigiMe.Builder builder = secrets.show(local.builder().tokenListener(secrets::show));
        try (DigiMe digiMe = secrets.show(builder.build())) {
            secrets.show(local.contract);
            secrets.show(ContractDetails.builder().contractId("id").privateKey(local.contract.privateKey()));
            AuthorizationRequest request = secrets.show(digiMe.authorize(local.contract));
            PendingConsent link =
                    secrets.show(request.redirectUri(LocalDigiMe.REDIRECT_URI).start());
            secrets.plant(link);
            URI callback = local.sandbox.allow(link.url());
            Authorized authorized = secrets.show((Authorized) link.read(callback));
            secrets.plant(secrets.show(authorized.code()).value());
            Session session = secrets.show(authorized.session());
            secrets.show(session.key());
            secrets.show(thrownBy(CallbackException.class, () -> link.read(callback)));
            secrets.show(thrownBy(
                    IllegalArgumentException.class,
                    () -> digiMe.exchangeCode(local.sandbox.addContract("other", ContractKind.READ), authorized)));

            UserAccessToken token = secrets.show(digiMe.exchangeCode(local.contract, authorized));
            secrets.plant(token);
            secrets.show(UserAccessToken.builder().from(token));
            secrets.show(token.accessToken());
            secrets.show(token.refreshToken());
            Refreshed refreshed = secrets.show((Refreshed) digiMe.refreshToken(local.contract, token));
            secrets.plant(refreshed.token());
            RefreshResult refused = secrets.show(digiMe.refreshToken(local.contract, token));
            assertThat(refused).isInstanceOf(RefreshResult.Reauthorize.class);
            ReauthorizationRequest again = secrets.show(digiMe.reauthorize(local.contract, token));
            secrets.plant(
                    secrets.show(again.redirectUri(LocalDigiMe.REDIRECT_URI).start()));
            useAUser(digiMe, refreshed.token());
        }
        local.sandbox.requests().all().forEach(secrets::plant);
        local.events.forEach(secrets::show);
    }

    private void useAUser(DigiMe digiMe, UserAccessToken token) {
        secrets.show(digiMe.takeOver(local.contract, "user-42", token));
        DigiMeUser user = secrets.show(digiMe.user(local.contract, "user-42"));
        secrets.show(new SignIn(user, token));
        secrets.show(new TakeOver.Taken(token));
        secrets.show(new TakeOver.OtherUser(token));
        secrets.show(new TakeOver.Undecided(token));
        String accountId = secrets.show(user.listAccounts()).get(0).id();
        PendingConsent page = secrets.show(secrets.show(user.onboard())
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start());
        secrets.plant(page);
        secrets.show(page.readAccount(local.sandbox.allow(page.url())));
        secrets.show(user.reauthorize());
        secrets.show(user.reauthorizeAccount(accountId).redirectUri(LocalDigiMe.REDIRECT_URI));
        user.refresh();
        secrets.plant(user.loadToken());
        GrantKey grant = user.loadTokenStatus().grant();
        local.sandbox.revoke(String.valueOf(token.userId()));
        secrets.show(thrownBy(ReauthorizationRequiredException.class, user::listAccounts));
        secrets.show(user.loadTokenStatus());
        secrets.show(TokenStoreException.unsaved(grant, token, new IllegalStateException("no room")));
        secrets.show(thrownBy(
                GrantNotFoundException.class,
                () -> digiMe.user(local.contract, "nobody").listAccounts()));
        keepAlive(digiMe, user);
        secrets.show(user.delete());
        UserAccessToken unknown = UserAccessToken.builder()
                .from(token)
                .accessToken(Token.of("marked-stranger", null))
                .build();
        secrets.plant("marked-stranger");
        secrets.show(thrownBy(
                UnknownTokenException.class,
                () -> digiMe.reauthorize(local.contract, unknown)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start()));
    }

    private void keepAlive(DigiMe digiMe, DigiMeUser dead) {
        KeepAliveRequest sweep = secrets.show(digiMe.keepAlive(local.contract));
        KeepAliveRun run = secrets.show(sweep.listener(secrets::show).start());
        KeepAliveSummary summary = secrets.show(run.await());
        secrets.show(summary.consentNeeded().get(0));
        secrets.show(new FailedUser("user-42", thrownBy(DigiMeException.class, dead::listAccounts)));
    }

    private void failInEveryWay() {
        for (Fault fault : List.of(
                CannedResponse.error(400, "InvalidGrant", "no"),
                CannedResponse.html(200),
                CannedResponse.redirect(URI.create("https://elsewhere.example/?q=1")),
                Forgery.FOREIGN_KEY,
                Forgery.NONE,
                Change.withoutClaim("refresh_token"),
                Change.claim("access_token.value", 7),
                Change.claim("refresh_token.value", ""),
                Delivery.DROP_AFTER,
                Delivery.TRUNCATE)) {
            PendingConsent link = local.link();
            secrets.plant(link);
            local.sandbox.failNext(Operation.EXCHANGE_CODE, fault);
            Authorized consent = local.allow(link);
            secrets.show(thrownBy(DigiMeException.class, () -> local.digiMe.exchangeCode(local.contract, consent)));
        }
        DigiMe digiMe = local.clientFor(RawServer.closedUrl(), builder -> builder);
        secrets.show(thrownBy(
                DigiMeException.class, () -> digiMe.exchangeCode(local.contract, "marked-code", "marked-verifier")));
        secrets.plant("marked-code");
        secrets.plant("marked-verifier");
        local.sandbox.requests().all().forEach(secrets::plant);
        local.events.forEach(secrets::show);
    }

    @Test
    void noSecretShowsInValuesExceptionsOrLogs() {
        assertThat(secrets.all()).hasSizeGreaterThan(100);
        assertThat(secrets.shown()).hasSizeGreaterThan(60);
        secrets.assertNoneShows();
    }

    @Test
    void everyPublicTypeThatCouldShowASecretWasAmongThem() {
        assertThat(PublicTypes.thatCouldShowASecret())
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        type -> assertThat(secrets.shown()).as(type.getName()).anyMatch(type::isInstance));
    }

    @Test
    void secretsThatTheServerRepeatsAreMasked() {
        UserAccessToken token = local.token();
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        secrets.plant(token);
        secrets.plant(consent.code().codeVerifier());
        secrets.plant(consent.code().value());
        for (EchoServer.Way way : EchoServer.Way.values()) {
            try (EchoServer echo = new EchoServer(local, way);
                    DigiMe digiMe = local.builderFor(echo.url()).build()) {
                show(echo, () -> digiMe.refreshToken(local.contract, token));
                show(echo, () -> digiMe.exchangeCode(local.contract, consent));
                show(
                        echo,
                        () -> digiMe.reauthorize(local.contract, token)
                                .redirectUri(LocalDigiMe.REDIRECT_URI)
                                .start());
                show(
                        echo,
                        () -> digiMe.authorize(local.contract)
                                .redirectUri(LocalDigiMe.REDIRECT_URI)
                                .userAccessToken(token)
                                .start());
                show(echo, () -> KnownUser.of(digiMe, local.contract, token).listAccounts());
                show(echo, () -> digiMe.signIn(local.contract, "user-42", consent));
            }
        }
        local.events.forEach(secrets::show);
        secrets.assertNoneShows();
    }

    private void show(EchoServer echo, Runnable call) {
        DigiMeException failure = thrownBy(DigiMeException.class, call::run);
        assertThat(failure).isNotNull();
        echo.jwts().forEach(secrets::plant);
        secrets.show(failure);
        if (failure instanceof ApiException apiError) {
            assertThat(apiError.getMessage()).contains("***");
            secrets.show(String.valueOf(apiError.code()));
            secrets.show(String.valueOf(apiError.serverMessage()));
            secrets.show(String.valueOf(apiError.reference()));
        }
    }

    @Test
    void aSecretAtTheEndOfALongMessageDoesNotShowInPart() {
        UserAccessToken token = local.token();
        String secret = token.refreshToken().value();
        for (int before = 1960; before <= 2000; before++) {
            local.sandbox.failNext(
                    Operation.REFRESH_TOKEN, CannedResponse.error(400, "InvalidRequest", "x".repeat(before) + secret));
            ApiException apiError =
                    thrownBy(ApiException.class, () -> local.digiMe.refreshToken(local.contract, token));
            assertThat(apiError.serverMessage()).doesNotContain(secret.substring(0, 3));
        }
    }
}
