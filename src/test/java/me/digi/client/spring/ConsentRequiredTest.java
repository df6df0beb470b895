package me.digi.client.spring;

import static me.digi.client.spring.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import me.digi.client.DigiMe;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Requests of users who have not consented, or must consent again. */
class ConsentRequiredTest {
    @AutoClose
    private static final WebApplication application = WebApplication.start();

    private static final Sandbox sandbox = application.sandbox();

    private Browser alice;

    @BeforeEach
    void logIn() {
        application.reset();
        alice = Browser.of(application, "alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/accounts?view=all&page=2", "/later"})
    void pageOfANewUserLeadsToConsentAndBack(String page) {
        HttpResponse<String> response = alice.get(page);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(location(response)).startsWith("/digime/reauthorize?next=");
        URI consent = URI.create(location(alice.get(location(response))));
        assertThat(location(alice.returnTo(sandbox.allow(consent)))).isEqualTo(page);
        assertThat(alice.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/later"})
    void userWhoseTokensAreRevokedConsentsAgainAndKeepsTheLibrary(String page) {
        String accounts = consentAndRead();
        revoke();

        URI consent = URI.create(location(alice.get(location(alice.get(page)))));

        assertThat(sandbox.requests().count(Operation.CREATE_TOKEN_REFERENCE)).isEqualTo(1);
        assertThat(location(alice.returnTo(sandbox.allow(consent)))).isEqualTo(page);
        assertThat(alice.get("/accounts").body()).isEqualTo(accounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /accounts", "POST /accounts/count"})
    void scriptReceivesTheUrlOfTheConsent(String request) {
        String[] parts = request.split(" ", 2);

        HttpResponse<String> ofANewUser = alice.fetch(parts[0], parts[1]);
        consentAndRead();
        revoke();
        HttpResponse<String> ofARevokedUser = alice.fetch(parts[0], parts[1]);

        assertThat(ofANewUser.statusCode()).isEqualTo(401);
        assertThat(ofANewUser.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(ofANewUser.body()).contains("\"status\":401", "\"consentUrl\":\"/digime/reauthorize\"");
        assertThat(ofARevokedUser.body()).isEqualTo(ofANewUser.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "reauthorize"})
    void t10_userWhomDigiMeNoLongerKnowsConsentsAgain(String way) {
        consentAndRead();
        deleteAtDigiMe(application.digiMe().user("alice").loadToken());

        URI consent = way.equals("begin") ? alice.share("") : URI.create(location(alice.get("/digime/reauthorize")));

        assertThat(location(alice.returnTo(sandbox.allow(consent)))).isEqualTo("/accounts");
        assertThat(alice.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void missingTokenOfAnotherUserIsLeftToTheApplication() {
        assertThat(alice.get("/carol").statusCode()).isEqualTo(500);
    }

    @Test
    void anotherUserWhoHasToConsentAgainIsLeftToTheApplication() {
        Browser bob = Browser.of(application, "bob");
        bob.returnTo(sandbox.allow(bob.share("")));
        consentAndRead();
        revoke("bob");

        assertThat(bob.get("/bob").statusCode()).isEqualTo(303);
        assertThat(alice.get("/bob").statusCode()).isEqualTo(500);
    }

    @Test
    void exceptionHandlerOfTheApplicationTakesPrecedence() {
        try (WebApplication withHandler = WebApplication.startWith(OwnHandler.class)) {
            assertThat(Browser.of(withHandler, "alice").get("/accounts").body()).isEqualTo("please consent");
        }
    }

    @Test
    void requestWithoutAUserIsUnauthorized() {
        try (WebApplication withoutUsers = WebApplication.startWith(NoUsers.class)) {
            Browser browser = Browser.of(withoutUsers, "alice");

            assertThat(browser.get("/accounts").statusCode()).isEqualTo(401);
            assertThat(browser.post("/digime/consent", "").statusCode()).isEqualTo(401);
            assertThat(browser.get("/digime/reauthorize").statusCode()).isEqualTo(401);
            assertThat(browser.get("/digime/callback?state=s").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void everythingWorksUnderAContextPath() {
        try (WebApplication under = WebApplication.start(
                "server.servlet.context-path=/app", "digime.consent.redirect-uri=https://app.example/app/back")) {
            Browser browser = new Browser(under, "/app");
            browser.logIn("alice");

            String reauthorize = location(browser.get("/app/accounts"));
            assertThat(reauthorize).startsWith("/app/digime/reauthorize?next=%2Fapp%2Faccounts");
            URI consent = URI.create(location(browser.get(reauthorize)));
            assertThat(location(browser.returnTo(under.sandbox().allow(consent))))
                    .isEqualTo("/app/accounts");
            URI again = URI.create(location(browser.post("/app/digime/consent", "")));
            assertThat(location(browser.returnTo(under.sandbox().deny(again))))
                    .isEqualTo("/app/refused?error=USER_CANCEL");
        }
    }

    @Test
    void applicationDecidesWhereTheBrowserGoes() {
        try (WebApplication own = WebApplication.startWith(OwnRedirect.class)) {
            Browser browser = Browser.of(own, "alice");

            assertThat(location(browser.returnTo(own.sandbox().allow(browser.share("next=/x")))))
                    .isEqualTo("https://spa.example/ConsentGiven");
        }
    }

    private String consentAndRead() {
        alice.returnTo(sandbox.allow(alice.share("")));
        return alice.get("/accounts").body();
    }

    private static void revoke() {
        revoke("alice");
    }

    private static void revoke(String userKey) {
        UserAccessToken token = application.digiMe().user(userKey).loadToken();
        sandbox.revoke(String.valueOf(token.userId()));
        sandbox.requests().clear();
    }

    private static void deleteAtDigiMe(UserAccessToken token) {
        try (DigiMe elsewhere = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .contract(sandbox.contract())
                .build()) {
            elsewhere.takeOver("alice", token);
            elsewhere.user("alice").delete();
        }
    }

    @RestControllerAdvice
    static class OwnHandler {
        @ExceptionHandler({GrantNotFoundException.class, ReauthorizationRequiredException.class})
        String handle() {
            return "please consent";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NoUsers {
        @Bean
        UserKeyResolver nobody() {
            return request -> null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRedirect {
        @Bean
        ConsentRedirect toAnotherSite() {
            return outcome -> "https://spa.example/" + outcome.getClass().getSimpleName();
        }
    }
}
