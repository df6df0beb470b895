package com.example.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.sandbox.WithSandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The steps of a user over HTTP. {@code src/browser} has the tests in a browser. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "digime.consent.redirect-uri=" + ShareTest.REDIRECT)
@WithSandbox
class ShareTest {
    static final String REDIRECT = "https://app.example/digime/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    private Sandbox sandbox;

    @LocalServerPort
    private int port;

    @BeforeEach
    void signIn() throws Exception {
        post("/login", "/login", "username=ada&password=ada");
        post("/", "/disconnect", "");
    }

    @Test
    void sharedDataIsReadShownAndDeleted() throws Exception {
        URI page = URI.create(post("/", "/digime/consent", "")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertThat(callback(sandbox.allow(page))).isEqualTo("/reading");
        assertThat(get("/reading/events").body()).contains("event:progress", "event:complete");
        assertThat(get("/files").body()).contains("Files per month").containsPattern("All \\d+ files");
        sandbox.expireAccessTokens();
        assertThat(get("/").body()).contains("Fennel Bank", "Linden Hospital", "Chatterbox");
        assertThat(get("/").body()).contains("Active");

        post("/delete", "/delete", "");
        assertThat(get("/").body()).contains("Everything is deleted", "Share my data");
        assertThat(get("/files").body()).contains("Nothing has been read yet");
    }

    @Test
    void refusalIsShownAsText() throws Exception {
        URI page = URI.create(post("/", "/digime/consent", "")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertThat(callback(sandbox.deny(page))).isEqualTo("/?error=USER_CANCEL");
        assertThat(get("/?error=USER_CANCEL").body()).contains("You chose not to share");
    }

    private String callback(URI callback) throws Exception {
        return get(callback.getPath() + "?" + callback.getRawQuery())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Submits a form of a page, with the page's CSRF token. */
    private HttpResponse<String> post(String page, String path, String form) throws Exception {
        Matcher csrf = CSRF.matcher(get(page).body());
        assertThat(csrf.find()).as("a form in " + page).isTrue();
        String body = form + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html, text/event-stream");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
