package me.digi.client.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
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

/** A user's browser, with cookies. Does not follow redirects. */
final class Browser {
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient client;
    private final String url;
    private final String contextPath;

    Browser(WebApplication application) {
        this(application, "");
    }

    Browser(WebApplication application, String contextPath) {
        this(application, contextPath, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Browser(WebApplication application, String contextPath, CookieManager cookies) {
        this.cookies = cookies;
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
        url = application.url();
        this.contextPath = contextPath;
    }

    /** Signs a user in to the application. */
    static Browser of(WebApplication application, String user) {
        Browser browser = new Browser(application);
        browser.logIn(user);
        return browser;
    }

    /** The same browser, whose requests reach another process. */
    Browser at(WebApplication process) {
        return new Browser(process, contextPath, cookies);
    }

    /** Submits the login form, and returns the target of the redirect. */
    String logIn(String user) {
        Matcher field = CSRF_FIELD.matcher(get(contextPath + "/login").body());
        if (!field.find()) {
            throw new AssertionError("the form has no CSRF token");
        }
        return location(
                send(form(contextPath + "/login", "username=" + user + "&password=secret&_csrf=" + field.group(1))));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/html,*/*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Requests the callback. */
    HttpResponse<String> returnTo(URI callback) {
        return get(callback.getRawPath() + '?' + callback.getRawQuery());
    }

    /** Sends the request of a script. */
    HttpResponse<String> fetch(String method, String path) {
        return send(request(path)
                .method(method, BodyPublishers.noBody())
                .headers("Accept", "*/*", "Sec-Fetch-Mode", "cors", "X-CSRF-TOKEN", csrf())
                .build());
    }

    /** Presses the button "Share my data". */
    HttpResponse<String> post(String path, String form) {
        return send(form(path, form + "&_csrf=" + csrf()));
    }

    HttpResponse<String> postWithoutCsrf(String path) {
        return send(form(path, ""));
    }

    /** Presses the button, and returns the URL of the page at digi.me. */
    URI share(String form) {
        return URI.create(location(post("/digime/consent", form)));
    }

    /** The session expires. */
    void loseCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** The page reloads itself after a second. */
    static void assertReloads(HttpResponse<String> response) {
        if (response.statusCode() != 200
                || response.headers().firstValue("Refresh").isEmpty()) {
            throw new AssertionError(response + " " + response.headers());
        }
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response + " " + response.body()));
    }

    private String csrf() {
        return URLEncoder.encode(get(contextPath + "/csrf").body(), StandardCharsets.UTF_8);
    }

    private HttpRequest form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url).resolve(path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
