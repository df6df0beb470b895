package com.example.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does in a browser, with two instances of the application. */
class BrowserTest {
    private static String first;
    private static String second;
    private static Sandbox sandbox;
    private static List<ConfigurableApplicationContext> instances;

    private Person person;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            first = String.valueOf(one.getLocalPort());
            second = String.valueOf(two.getLocalPort());
        }
        sandbox = Sandbox.builder()
                .runningClock()
                .newUsers(SandboxLibrary::yearOfFiles)
                .start();
        instances = Stream.of(first, second)
                .map(port -> new SpringApplicationBuilder(ShareApplication.class)
                        .initializers(context -> context.getBeanFactory().registerSingleton("digiMeSandbox", sandbox))
                        .profiles("sandbox")
                        .run("--server.port=" + port, "--digime.sandbox.open-browser=false"))
                .toList();
    }

    @AfterAll
    static void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
        sandbox.close();
    }

    @BeforeEach
    void nobodyShares() {
        bean(DigiMe.class).user("ada").forget();
        Stream.of("shared_file", "token_event")
                .forEach(table ->
                        bean(JdbcClient.class).sql("DELETE FROM " + table).update());
        person = new Person("http://localhost:" + first);
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void firstVisitLeadsFromSignInToAllFiles() throws IOException {
        person.open("/");
        person.isAt("/login");
        person.photograph("1-sign-in");
        person.find("input[name=username]").sendKeys("ada");
        person.find("input[name=password]").sendKeys("wrong");
        person.press("Sign in");
        person.sees("[role=alert]", "do not match");
        person.photograph("2-sign-in-failed");
        person.signIn("ada");
        person.sees("h1", "See your year");
        person.photograph("3-share");
        person.open("/files");
        person.sees("main", "Nothing has been read yet");
        person.photograph("4-no-files");
        person.open("/");
        person.press("Share my data");
        person.button("Allow");
        person.photograph("5-consent-at-digime");
        person.press("Allow");
        person.isAt("/reading");
        person.sees("[role=status]", "is collecting");
        person.photograph("6-waiting");
        WebElement bar = person.find("progress");
        person.until(driver -> !bar.getDomProperty("value").equals("0"));
        String early = bar.getDomProperty("value");
        person.photograph("7-reading");
        person.until(driver -> !driver.getCurrentUrl().endsWith("/reading")
                || !bar.getDomProperty("value").equals(early));
        person.isAt("/files");
        assertThat(person.browser.findElements(By.cssSelector("tbody tr"))).hasSize(40);
        assertThat(person.browser.findElements(By.cssSelector("svg rect"))).hasSizeBetween(8, 12);
        assertThat(person.find("svg").getAccessibleName()).startsWith("Files per month");
        person.photograph("8-files");
        person.open("/");
        assertThat(person.browser.findElements(By.cssSelector(".cards li"))).hasSize(3);
        person.sees("main", "40 files have been read");
        person.photograph("9-home");
    }

    @Test
    void progressBarMovesWhileFilesArrive() {
        share();
        person.isAt("/reading");
        WebElement bar = person.find("progress");
        double seen = 0;
        for (int step = 0; step < 2; step++) {
            double before = seen;
            seen = person.until(driver -> {
                double value = Double.parseDouble(bar.getDomProperty("value"));
                return value > before ? value : null;
            });
            assertThat(seen).isLessThan(40);
        }
        person.isAt("/files");
    }

    @Test
    void refusalIsAcceptedPolitely() throws IOException {
        person.signIn("ada");
        person.press("Share my data");
        person.press("Deny");
        person.isAt("/?error=USER_CANCEL");
        person.sees("[role=status]", "You chose not to share");
        person.photograph("10-refused");
        person.press("Share my data");
        person.press("Allow");
        person.isAt("/reading");
    }

    @Test
    void expiredTokenIsRenewedAndThePageShowsIt() throws IOException {
        share();
        person.open("/");
        String before = person.find("#expiry").getText();
        int refreshes = sandbox.requests().count(Operation.REFRESH_TOKEN);
        sandbox.clock().advance(Duration.ofMinutes(1));
        sandbox.expireAccessTokens();
        person.until(driver -> {
            driver.navigate().refresh();
            return driver.findElement(By.cssSelector(".events")).getText().contains("Access renewed");
        });
        assertThat(person.find("#expiry").getText()).isNotEqualTo(before);
        assertThat(sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(refreshes + 1);
        person.photograph("11-renewed");
    }

    @Test
    void consoleOfTheSandboxIsALinkAway() {
        share();
        person.open("/");
        person.press("its console");
        person.sees("nav", "Requests");
        person.press("Users");
        person.sees("main", bean(DigiMe.class).user("ada").loadToken().userId());
    }

    @Test
    void signInThatFailsIsTriedAgainWithoutAsking() throws IOException {
        person.signIn("ada");
        sandbox.failNext(Operation.EXCHANGE_CODE, CannedResponse.error(503, "InternalServerError", "try later"));
        person.press("Share my data");
        person.press("Allow");
        person.sees("[role=status]", "cannot be reached right now");
        person.photograph("22-try-again");
        person.press("try again");
        person.isAt("/reading");
        person.isAt("/files");
    }

    @Test
    void revokedAccessLeadsToConsentAndBack() throws IOException {
        share();
        person.open("/");
        revoke();
        person.open("/");
        person.button("Allow");
        person.photograph("12-consent-again");
        person.press("Allow");
        person.isAt("/");
        person.sees("h1", "Your data");
        person.open("/?from=a-bookmark");
        revoke();
        person.browser.navigate().refresh();
        person.press("Allow");
        person.isAt("/?from=a-bookmark");
    }

    @Test
    void userWhoDeclinesToConsentAgainIsNotAskedInACircle() throws IOException {
        share();
        revoke();
        person.open("/");
        person.press("Deny");
        person.sees("h2", "What you shared before");
        person.photograph("13-declined-again");
        person.press("Disconnect");
        person.sees("[role=status]", "You are disconnected");
    }

    @Test
    void disconnectForgetsWhatWasRead() throws IOException {
        share();
        person.isAt("/files");
        person.open("/");
        person.press("Disconnect");
        person.sees("[role=status]", "You are disconnected");
        person.photograph("14-disconnected");
        person.open("/files");
        person.sees("main", "Nothing has been read yet");
    }

    @Test
    void deletionIsConfirmedAndDone() throws IOException {
        share();
        int deletions = sandbox.requests().count(Operation.DELETE_USER);
        person.open("/");
        person.press("Delete my data");
        person.photograph("15-delete");
        person.press("Keep my data");
        person.sees("h1", "Your data");
        person.press("Delete my data");
        person.doublePress("Yes, delete everything");
        person.sees("[role=status]", "Everything is deleted");
        person.photograph("16-deleted");
        assertThat(sandbox.requests().count(Operation.DELETE_USER)).isEqualTo(deletions + 1);
    }

    @Test
    void deletionThatDigiMeRefusesIsToldAsSuch() throws IOException {
        share();
        person.open("/delete");
        revoke();
        person.press("Yes, delete everything");
        person.sees("[role=status]", "Please delete it at digi.me");
        person.photograph("17-only-forgotten");
    }

    @Test
    void backButtonAfterConsentDoesNoHarm() {
        share();
        person.isAt("/files");
        person.browser.navigate().back();
        person.press("Allow");
        person.isAt("/reading");
        person.isAt("/files");
        person.open("/");
        person.sees("h1", "Your data");
    }

    @Test
    void doubleClickOnShareAndOnAllowSharesOnce() {
        person.signIn("ada");
        person.doublePress("Share my data");
        person.doublePress("Allow");
        person.isAt("/files");
        person.open("/");
        person.sees("h1", "Your data");
    }

    @Test
    void callbackThatArrivesTwiceAtOnceSharesOnce() {
        person.signIn("ada");
        String session = person.browser.manage().getCookieNamed("SESSION").getValue();
        person.press("Share my data");
        person.button("Allow");
        URI callback = sandbox.allow(URI.create(person.browser.getCurrentUrl()));
        HttpRequest request = HttpRequest.newBuilder(callback)
                .header("Cookie", "SESSION=" + session)
                .build();
        List<CompletableFuture<String>> both =
                Stream.of(1, 2).map(click -> location(request)).toList();
        assertThat(both)
                .extracting(CompletableFuture::join)
                .contains("/reading")
                .isSubsetOf("/reading", "none yet"); // that page loads itself again
        assertThat(location(request).join()).isEqualTo("/reading");
    }

    private static CompletableFuture<String> location(HttpRequest request) {
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.discarding())
                .thenApply(response -> response.headers().firstValue("Location").orElse("none yet"));
    }

    @Test
    void sessionThatExpiredOnTheWayIsExplained() throws IOException {
        person.signIn("ada");
        person.press("Share my data");
        person.button("Allow");
        person.losesCookies();
        person.press("Allow");
        person.isAt("/login");
        person.find("input[name=username]").sendKeys("ada");
        person.find("input[name=password]").sendKeys("ada");
        person.press("Sign in");
        person.sees("[role=status]", "took too long");
        person.photograph("18-session-expired");
    }

    @Test
    void twoTabsCanConsentOneAfterTheOther() {
        person.signIn("ada");
        person.press("Share my data");
        person.button("Allow");
        String one = person.browser.getWindowHandle();
        person.browser.switchTo().newWindow(WindowType.TAB);
        person.open("/");
        person.press("Share my data");
        person.press("Allow");
        person.isAt("/files");
        person.browser.switchTo().window(one);
        person.press("Allow");
        person.isAt("/files");
        person.open("/");
        person.sees("h1", "Your data");
    }

    @Test
    void keyboardIsEnough() throws IOException {
        person.open("/login");
        type("ada", Keys.TAB, "ada", Keys.ENTER);
        person.sees("h1", "See your year");
        type(Keys.TAB);
        person.photograph("19-skip-link");
        type(Keys.ENTER);
        focus("Share my data");
        person.photograph("20-focus");
        type(Keys.ENTER);
        person.button("Allow");
        focus("Allow");
        type(Keys.ENTER);
        person.isAt("/files");
        focus("Your data");
        type(Keys.ENTER);
        person.sees("h1", "Your data");
        focus("Delete my data");
        type(Keys.ENTER);
        focus("Yes, delete everything");
        type(Keys.ENTER);
        person.sees("[role=status]", "Everything is deleted");
    }

    @Test
    void secondInstanceGoesOnWhereTheFirstWas() throws IOException {
        person.signIn("ada");
        person.press("Share my data");
        person.press("Allow");
        person.isAt("/files");
        String shown = person.find("main").getText();
        person.browser.get("http://localhost:" + second + "/files");
        assertThat(person.find("main").getText()).isEqualTo(shown);
        person.browser.get("http://localhost:" + second + "/");
        person.sees("h1", "Your data");
    }

    @Test
    void errorsAreExplained() throws IOException {
        person.signIn("ada");
        person.open("/nowhere");
        person.sees("h1", "does not exist");
        person.photograph("21-not-found");
    }

    private static void revoke() {
        sandbox.revoke(bean(DigiMe.class).user("ada").loadToken().userId());
    }

    private void share() {
        person.signIn("ada");
        person.press("Share my data");
        person.press("Allow");
        person.until(driver -> driver.getCurrentUrl().contains("/reading")
                || driver.getCurrentUrl().contains("/files"));
    }

    /** Presses the Tab key until the element has the focus. */
    private void focus(String label) {
        for (int i = 0; i < 20; i++) {
            if (person.browser.switchTo().activeElement().getText().startsWith(label)) {
                return;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("The Tab key does not lead to: " + label);
    }

    private void type(CharSequence... keys) {
        new Actions(person.browser).sendKeys(keys).perform();
    }

    private static <T> T bean(Class<T> type) {
        return instances.get(0).getBean(type);
    }
}
