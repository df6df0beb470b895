package application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import me.digi.client.DigiMe;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.spring.sandbox.WithSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Starts the application, signs in at a sandbox, and reads. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithSandbox
class ApplicationTest {
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private DigiMe digiMe;

    @Autowired
    private ApplicationContext context;

    @Value("${local.server.port}")
    private int port;

    @Test
    void userSharesDataAndReadsIt() throws Exception {
        post("/login", "username=alice&password=secret&_csrf=" + csrf("/login"));

        URI page = redirect(post("/digime/consent", "_csrf=" + csrf("/")));
        HttpResponse<String> back = get(callback(sandbox.allow(page)));

        assertEquals("/accounts", redirect(back).toString());
        assertTrue(get("/accounts").body().contains("serviceTypeName"));
        assertEquals(3, digiMe.user("alice").listAccounts().size());

        sandbox.clock().advance(Duration.ofDays(2));
        assertEquals(200, get("/accounts").statusCode());
        assertEquals(1, sandbox.requests().count(Operation.REFRESH_TOKEN));

        digiMe.user("alice").forget();
        HttpResponse<String> again = get("/accounts");
        assertEquals("/digime/reauthorize?next=%2Faccounts", redirect(again).toString());
    }

    @Test
    void healthHasTheTokenStore() throws Exception {
        assertTrue(context.containsBean("digiMeHealthIndicator"));
        post("/login", "username=alice&password=secret&_csrf=" + csrf("/login"));
        assertTrue(get("/actuator/health").body().contains("\"UP\""));
    }

    private static String callback(URI uri) {
        return uri.getRawPath() + '?' + uri.getRawQuery();
    }

    private String csrf(String path) throws IOException, InterruptedException {
        return get(path).body().replaceFirst("(?s).*name=['\"]_csrf['\"][^>]*value=['\"]([^'\"]+).*", "$1");
    }

    private static URI redirect(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response + " " + response.body())));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,*/*").build());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, BodyHandlers.ofString());
    }
}
