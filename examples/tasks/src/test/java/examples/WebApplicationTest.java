package examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import me.digi.client.DigiMe;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.TokenPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link WebApplication} over HTTP. */
@Timeout(60)
class WebApplicationTest {
    private final int port = AnotherServer.freePort();
    private final String home = "http://localhost:" + port;
    private final Sandbox sandbox =
            Sandbox.builder().redirectUri(home + "/callback").start();
    private final HttpClient browser = newBrowser();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
        server = WebApplication.start(client(), port);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        sandbox.close();
    }

    @Test
    void userSharesAndSeesTheirAccountsAndReadsTheirFiles() throws Exception {
        assertThat(get("/").body()).contains("Share my data");
        assertThat(next(allow(share("/accounts")))).isEqualTo("/accounts");
        assertThat(get("/accounts").body()).contains("<li>", "EventSource");
        assertThat(get("/").body()).doesNotContain("Share my data");

        assertThat(get("/progress").body())
                .containsPattern("data: (\\d+) of \\1 files\n\n")
                .endsWith("event: end\ndata: All files are read.\n\n");
    }

    @Test
    void userWhoDeclinesCanShareLater() throws Exception {
        HttpResponse<String> declined = get(sandbox.deny(share("/accounts")));
        assertThat(next(declined)).isEqualTo("/");
        assertThat(get("/").body()).contains("Share my data");
    }

    @Test
    void userWhoHasToConsentAgainReturnsToTheSamePage() throws Exception {
        allow(share("/accounts"));
        sandbox.revoke(sandbox.grants().get(0).userId());

        URI page = URI.create(next(get("/accounts")));
        assertThat(page.toString()).contains("user-reauth");
        assertThat(next(allow(page))).isEqualTo("/accounts");
        assertThat(get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void userWhoWasDeletedElsewhereSharesAgain() throws Exception {
        allow(share("/accounts"));
        TokenPair pair = sandbox.grants().get(0).live();
        Instant later = sandbox.clock().instant().plus(Duration.ofHours(1));
        try (DigiMe elsewhere = client().build()) {
            UserAccessToken token = UserAccessToken.builder()
                    .accessToken(Token.of(pair.accessToken(), later))
                    .refreshToken(Token.of(pair.refreshToken(), later))
                    .build();
            elsewhere.takeOver("the same user", token);
            elsewhere.user("the same user").delete();
        }

        URI page = URI.create(next(get("/accounts")));
        assertThat(page.toString()).contains("/authorize?");
        assertThat(next(allow(page))).isEqualTo("/accounts");
        assertThat(get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void userWhoDisconnectsOrDeletesIsNoLongerStored() throws Exception {
        allow(share("/accounts"));
        assertThat(next(post("/disconnect"))).isEqualTo("/");
        assertThat(next(get("/accounts"))).isEqualTo("/");

        allow(share("/accounts"));
        assertThat(post("/delete").body()).contains("Your data is deleted.");
        assertThat(next(get("/accounts"))).isEqualTo("/");
    }

    @Test
    void callbackWorksOnceAndOnlyInTheBrowserThatStarted() throws Exception {
        URI callback = sandbox.allow(share("/accounts"));
        assertThat(next(send(newBrowser(), request(callback)))).isEqualTo("/");
        assertThat(next(get(callback))).isEqualTo("/accounts");
        assertThat(next(get(callback))).isEqualTo("/");
        share("/accounts");
        assertThat(get(callback).statusCode())
                .as("a callback of an earlier consent")
                .isEqualTo(400);
    }

    @Test
    void userIsNotRedirectedToAnotherSite() throws Exception {
        assertThat(next(allow(share("//evil.example")))).isEqualTo("/");
        assertThat(next(allow(share("https://evil.example")))).isEqualTo("/");
        assertThat(next(allow(share("/%2Fevil.example")))).isEqualTo("/");
    }

    @Test
    void sessionCookieIsHiddenFromScriptsAndOtherSitesAndItsIdIsTheServersOwn() throws Exception {
        HttpRequest planted = HttpRequest.newBuilder(URI.create(home))
                .header("Cookie", "a=b; session=planted")
                .build();
        String cookie = send(HttpClient.newHttpClient(), planted)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).matches("session=[0-9a-f-]{36}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void failureOfDigiMeIsShownAsAPage() throws Exception {
        sandbox.close();
        assertThat(post("/share").statusCode()).isEqualTo(502);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    private DigiMe.Builder client() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .contract(sandbox.contract());
    }

    private URI share(String next) throws Exception {
        return URI.create(next(post("/share?next=" + next)));
    }

    private HttpResponse<String> allow(URI page) throws Exception {
        return get(sandbox.allow(page));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(URI.create(home + path));
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return send(browser, request(uri));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(
                browser,
                HttpRequest.newBuilder(URI.create(home + path))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request) throws Exception {
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String next(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }
}
