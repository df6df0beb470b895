package me.digi.client.sandbox;

import static me.digi.client.sandbox.Browser.button;
import static me.digi.client.sandbox.Browser.summary;
import static me.digi.client.sandbox.SandboxCaller.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The console in a browser. */
class ConsoleBrowserTest {
    private static Sandbox sandbox;
    private static SandboxCaller caller;
    private static Browser browser;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        caller = new SandboxCaller(sandbox);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        sandbox.close();
    }

    @BeforeEach
    void signIn() {
        Looks.set(browser, "light");
        browser.open(sandbox.consoleUrl());
        sandbox.clearFaults();
        // Discards what earlier tests have logged.
        browser.complaints();
    }

    @Test
    void everyPageIsReadableInBothThemesAndOnAPhone() {
        pages().forEach((name, path) -> {
            browser.open(at(path));
            for (String look : new String[] {"light", "dark", "phone", "phone-dark"}) {
                Looks.set(browser, look);
                browser.screenshot("console-" + name + "-" + look);
                assertThat(browser.flaws()).as(name + " " + look).isEmpty();
            }
            Looks.set(browser, "light");
        });
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    @Test
    void withoutTheTokenTheSignInFormIsShown() {
        browser.driver.manage().deleteAllCookies();
        browser.open(at("users"));
        browser.screenshot("console-sign-in");
        assertThat(browser.flaws()).isEmpty();
        browser.tabTo(By.cssSelector("input[name=token]"));
        browser.press("wrong" + Keys.ENTER);
        browser.awaitText("This is not the token of this sandbox.");
        browser.tabTo(By.cssSelector("input[name=token]"));
        browser.press(sandbox.controlToken() + Keys.ENTER);
        browser.awaitText("Export as HAR");
        assertThat(browser.driver.getCurrentUrl()).endsWith("/console/");
    }

    @Test
    void newRequestsAreShownLive() {
        browser.open(at(""));
        browser.awaitText("Live");
        caller.authorize(caller.authorizeJwt(verifier()).claim("redirect_uri", "https://other.example/"));
        String number = String.valueOf(sandbox.requests().newest());
        browser.awaitText("redirect-uri");
        browser.await(By.id("r" + number));

        browser.click(button("Pause"));
        browser.awaitText("Paused");
        caller.authorize(caller.authorizeJwt(verifier()));
        String later = String.valueOf(sandbox.requests().newest());
        assertThat(browser.driver.findElements(By.id("r" + later))).isEmpty();
        browser.click(button("Resume"));
        browser.awaitText("Live");
        browser.await(By.id("r" + later));
    }

    @Test
    void theFocusStaysWhereItWasWhenTheListChanges() {
        caller.authorize(caller.authorizeJwt(verifier()));
        browser.open(at(""));
        browser.awaitText("Live");
        WebElement focused = browser.find("#r" + sandbox.requests().newest() + " a");
        browser.tabTo(By.cssSelector("#r" + sandbox.requests().newest() + " a"));
        caller.authorize(caller.authorizeJwt(verifier()));
        String newest = "r" + sandbox.requests().newest();
        browser.await(By.id(newest));
        assertThat(browser.driver.switchTo().activeElement()).isEqualTo(focused);
    }

    @Test
    void aRefusedRequestIsFoundAndSaysWhyWithTheKeyboardOnly() {
        caller.authorize(caller.authorizeJwt(verifier()).claim("redirect_uri", "https://other.example/"));
        long number = sandbox.requests().newest();
        browser.open(at(""));
        browser.tabTo(By.cssSelector("a.skip"));
        browser.press(Keys.ENTER);
        browser.tabTo(By.cssSelector("select[name=verdict]"));
        browser.press("refused");
        browser.tabTo(button("Find"));
        browser.press(Keys.ENTER);
        browser.awaitAddress("verdict=refused");
        browser.tabTo(By.cssSelector("#r" + number + " a"));
        browser.press(Keys.ENTER);
        browser.awaitText("Why it was refused");
        assertThat(browser.text())
                .contains("redirect-uri", "Expected", "Came", "The official SDK", "code_challenge_method");
    }

    @Test
    void aUserIsCreatedAndChanged() {
        browser.open(at("users"));
        browser.submit(button("Create"));
        browser.awaitText("Tokens under");
        String user = sandbox.users().get(sandbox.users().size() - 1).id();
        SandboxLibrary library = sandbox.library(user);

        browser.submit(button("Let it fail"));
        browser.awaitText("not authorized");
        new Select(browser.find("select[name=source]")).selectByVisibleText("Stepwise");
        browser.submit(button("Add an account"));
        browser.await(By.xpath("//td[contains(., 'Stepwise')]"));
        assertThat(library.accounts()).hasSize(4);

        browser.click(summary("Add or replace a file"));
        WebElement name = browser.find("input[name=name]:not([type=hidden])");
        name.clear();
        name.sendKeys("<b>\"mine\"</b>.json");
        new Select(browser.find("select[name=compression]")).selectByVisibleText("gzip");
        browser.submit(button("Save the file"));
        browser.awaitText("<b>\"mine\"</b>.json");
        assertThat(library.files()).extracting(SandboxFile::name).contains("<b>\"mine\"</b>.json");

        browser.submit(button("The first account fails"));
        browser.click(summary("Edit the script"));
        assertThat(browser.find("textarea[name=script]").getAttribute("value")).contains("ServiceAuthorizationError");

        browser.click(summary("Revoke"));
        browser.submit(button("Revoke: the user has to consent again"));
        browser.awaitText("Revoked: the user has to consent again.");
        browser.screenshot("console-user-changed");
        browser.click(summary("Delete the user"));
        browser.submit(button("Delete the user and all data"));
        browser.awaitText("New user");
        assertThat(sandbox.users()).extracting(UserView::id).doesNotContain(user);
    }

    @Test
    void theClockIsMovedAndAFaultIsArmed() {
        caller.consent();
        Duration before = sandbox.clock().ahead();
        browser.open(at("time"));
        browser.submit(button("30 days"));
        browser.awaitText("expired 29 days ago");
        assertThat(sandbox.clock().ahead().minus(before)).isEqualTo(Duration.ofDays(30));

        browser.open(at("faults"));
        browser.find("input[value=DROP_AFTER]").click();
        browser.submit(button("Arm"));
        browser.awaitText("drop-after");
        assertThat(sandbox.faults().get(Operation.LIST_ACCOUNTS)).containsExactly(Delivery.DROP_AFTER);
        browser.screenshot("console-faults-armed");
    }

    @Test
    void aRuleIsLoosened() {
        browser.open(at("rules"));
        browser.find("#nonce-once button").click();
        browser.awaitAddress("#nonce-once");
        assertThat(sandbox.rules())
                .filteredOn(RuleView::loosened)
                .extracting(RuleView::id)
                .contains("nonce-once");
        browser.screenshot("console-rules-loosened");
        browser.find("#nonce-once button").click();
        browser.awaitText("Rules");
    }

    private static Map<String, String> pages() {
        DataCaller user = DataCaller.ofNewUser(sandbox);
        String session = user.session();
        user.list(session);
        user.download(
                session, DataCaller.files(user.list(session)).get(0).get("name").toString());
        SandboxCaller.Tokens second = SandboxCaller.tokens(caller.refresh(user.tokens));
        sandbox.clock().advance(Duration.ofHours(30));
        SandboxCaller.Tokens third = SandboxCaller.tokens(caller.refresh(second));
        sandbox.clock().advance(Duration.ofHours(8));
        caller.accounts(second.access());
        caller.accounts(third.access());
        caller.token(caller.jwt().claim("grant_type", "refresh_token").claim("refresh_token", "wrong"));
        sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.DROP_AFTER);
        sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(503, "InternalServerError", "later"));
        caller.authorize(caller.authorizeJwt(verifier()).claim("redirect_uri", "https://other.example/"));
        long refused = sandbox.requests().newest();
        caller.authorize(caller.authorizeJwt(verifier()));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "start");
        pages.put("requests", "");
        pages.put("request-refused", "requests/" + refused);
        pages.put("request", "requests/" + sandbox.requests().newest());
        pages.put("users", "users");
        pages.put("user", "users/" + user.tokens.user());
        pages.put("contracts", "contracts");
        pages.put("contract", "contracts/sandbox-contract");
        pages.put("time", "time");
        pages.put("faults", "faults");
        pages.put("rules", "rules");
        pages.put("not-found", "nothing");
        return pages;
    }

    private static URI at(String path) {
        return URI.create(sandbox.url() + "/console/" + path);
    }
}
