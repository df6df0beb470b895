package me.digi.client.spring;

import static me.digi.client.spring.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow of consent over HTTP, with a login and protection against CSRF. */
class ConsentFlowTest {
    @AutoClose
    private static final WebApplication application = WebApplication.start();

    private static final Sandbox sandbox = application.sandbox();

    @BeforeEach
    void nobodyHasConsented() {
        application.reset();
    }

    @Test
    void userWhoConsentsIsStoredAndReads() {
        Browser alice = Browser.of(application, "alice");

        HttpResponse<String> page = alice.post("/digime/consent", "");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> back = alice.returnTo(sandbox.allow(URI.create(location(page))));

        assertThat(location(back)).isEqualTo("/accounts");
        assertThat(alice.get("/accounts").body()).startsWith("[\"").contains(",");
        assertThat(application.outcomes()).singleElement().isInstanceOfSatisfying(ConsentGiven.class, given -> {
            assertThat(given.userKey()).isEqualTo("alice");
            assertThat(given.signIn().user().listAccounts()).hasSize(3);
        });
    }

    @Test
    void formDeterminesWhereTheUserGoes() {
        Browser alice = Browser.of(application, "alice");

        HttpResponse<String> back = alice.returnTo(sandbox.allow(alice.share("next=/accounts?view=all%23top")));

        assertThat(location(back)).isEqualTo("/accounts?view=all#top");
    }

    @Test
    void refusalLeadsToItsPageWithTheErrorCode() {
        Browser alice = Browser.of(application, "alice");

        HttpResponse<String> back = alice.returnTo(sandbox.deny(alice.share("next=/accounts")));

        assertThat(location(back)).isEqualTo("/refused?error=USER_CANCEL");
        assertThat(application.digiMe().findUser("alice")).isNull();
        assertThat(application.outcomes()).singleElement().isInstanceOf(ConsentRefused.class);
    }

    @Test
    void callbackOfAnotherBrowserIsRejected() {
        Browser mallory = Browser.of(application, "bob");
        URI mallorysConsent = sandbox.allow(mallory.share(""));
        Browser alice = Browser.of(application, "alice");
        alice.share("");

        HttpResponse<String> back = alice.returnTo(mallorysConsent);

        assertThat(location(back)).isEqualTo("/refused?error=INVALID_CALLBACK");
        assertThat(application.digiMe().findUser("alice")).isNull();
        assertThat(sandbox.requests().count(Operation.EXCHANGE_CODE)).isZero();
        assertThat(application.outcomes()).singleElement().isInstanceOf(ConsentFailed.class);
    }

    @Test
    void forgedCallbackDoesNotUseUpTheConsent() {
        Browser alice = Browser.of(application, "alice");
        URI consent = sandbox.allow(alice.share(""));

        alice.get("/digime/callback?success=false&errorCode=USER_CANCEL");
        alice.get("/digime/callback?success=true&code=forged&state=forged");

        assertThat(location(alice.returnTo(consent))).isEqualTo("/accounts");
    }

    @Test
    void consentOfAUserWhoLoggedOutIsNotTheNextUsers() {
        Browser shared = Browser.of(application, "alice");
        URI alicesConsent = sandbox.allow(shared.share(""));
        shared.logIn("bob"); // Spring Security keeps the session's attributes

        assertThat(location(shared.returnTo(alicesConsent))).isEqualTo("/refused?error=INVALID_CALLBACK");
        assertThat(application.digiMe().findUser("bob")).isNull();
    }

    @Test
    void doubleClickExchangesTheCodeOnce() throws Exception {
        clickTwice(application);
    }

    @Test
    void doubleClickExchangesTheCodeOnceThoughEachRequestHasACopyOfTheSession() throws Exception {
        try (WebApplication copying = WebApplication.startWith(CopiedSessions.class)) {
            clickTwice(copying);
        }
    }

    private static void clickTwice(WebApplication application) throws InterruptedException {
        Sandbox sandbox = application.sandbox();
        Browser alice = Browser.of(application, "alice");
        URI consent = sandbox.allow(alice.share(""));
        sandbox.failNext(Operation.EXCHANGE_CODE, Delivery.STALL);

        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> location(alice.returnTo(consent)));
        sandbox.requests().await(Operation.EXCHANGE_CODE, 1);
        assertThat(alice.returnTo(consent)).satisfies(Browser::assertReloads);
        sandbox.release();

        assertThat(first.join()).isEqualTo("/accounts");
        assertThat(location(alice.returnTo(consent))).isEqualTo("/accounts");
        assertThat(sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(1);
        assertThat(application.outcomes()).hasSize(1);
    }

    @Test
    void backButtonAndAllowAgainLeadToTheSamePage() {
        Browser alice = Browser.of(application, "alice");
        URI page = alice.share("");
        alice.returnTo(sandbox.allow(page));

        HttpResponse<String> again = alice.returnTo(sandbox.allow(page)); // digi.me returns INVALID_CODE

        assertThat(location(again)).isEqualTo("/accounts");
        assertThat(alice.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void twoTabsWorkInAnyOrder() {
        Browser alice = Browser.of(application, "alice");
        URI first = alice.share("next=/first");
        URI second = alice.share("next=/second");

        assertThat(location(alice.returnTo(sandbox.allow(first)))).isEqualTo("/first");
        assertThat(location(alice.returnTo(sandbox.allow(second)))).isEqualTo("/second");
    }

    @Test
    void sessionThatExpiredMeanwhileLeadsToTheLoginAndThenToTheApplication() {
        Browser alice = Browser.of(application, "alice");
        URI consent = sandbox.allow(alice.share(""));
        alice.loseCookies();

        assertThat(location(alice.returnTo(consent))).endsWith("/login");
        String savedRequest = alice.logIn("alice");

        assertThat(savedRequest).contains("/digime/callback?");
        HttpResponse<String> back = alice.returnTo(URI.create(savedRequest));
        assertThat(location(back)).isEqualTo("/refused?error=INVALID_CALLBACK");
    }

    @Test
    void consentStartedBeforeALoginSurvivesTheNewSessionId() {
        Browser alice = Browser.of(application, "alice");
        URI consent = sandbox.allow(alice.share(""));
        alice.logIn("alice");

        assertThat(location(alice.returnTo(consent))).isEqualTo("/accounts");
    }

    @Test
    void beginNeedsACsrfTokenAndALogin() {
        assertThat(Browser.of(application, "alice")
                        .postWithoutCsrf("/digime/consent")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(new Browser(application).get("/digime/reauthorize")))
                .endsWith("/login");
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void sessionCookieIsLax() {
        assertThat(new Browser(application)
                        .get("/login")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/%5Cevil.example", "https://evil.example/", "%2F%252Fevil.example", "evil"})
    void nextOfAnotherSiteIsRejected(String next) {
        Browser alice = Browser.of(application, "alice");

        assertThat(alice.post("/digime/consent", "next=" + next).statusCode()).isEqualTo(400);
        assertThat(alice.get("/digime/reauthorize?next=" + next).statusCode()).isEqualTo(400);
    }

    @Test
    void userWhoSharesAgainKeepsTheLibrary() {
        Browser alice = Browser.of(application, "alice");
        alice.returnTo(sandbox.allow(alice.share("")));
        String library = alice.get("/accounts").body();

        alice.returnTo(sandbox.allow(alice.share("")));

        assertThat(alice.get("/accounts").body()).isEqualTo(library);
    }
}
