package me.digi.client.sandbox;

import static me.digi.client.sandbox.Browser.button;
import static me.digi.client.sandbox.Browser.summary;
import static me.digi.client.sandbox.SandboxCaller.REDIRECT_URI;
import static me.digi.client.sandbox.SandboxCaller.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The consent pages in a browser. */
class ConsentPageBrowserTest {
    private static Sandbox sandbox;
    private static SandboxCaller caller;
    private static Browser browser;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().applicationId("Trail Diary").start();
        caller = new SandboxCaller(sandbox);
        browser = new Browser();
        browser.desktop();
        browser.light();
    }

    @AfterAll
    static void stop() {
        browser.close();
        sandbox.close();
    }

    @Test
    void everyPageIsReadableInBothThemesAndOnAPhone() {
        pages().forEach((name, address) -> {
            browser.open(address);
            for (String look : new String[] {"light", "dark", "phone", "phone-dark"}) {
                Looks.set(browser, look);
                browser.screenshot("consent-" + name + "-" + look);
                assertThat(browser.flaws()).as(name + " " + look).isEmpty();
            }
            Looks.set(browser, "light");
        });
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400 (Bad Request)"));
    }

    @Test
    void aPersonAllowsWithTheKeyboardOnly() {
        browser.open(caller.authorizeLink(caller.authorizeJwt(verifier())));
        browser.tabTo(button("Allow"));
        browser.screenshot("consent-focus");
        browser.press(Keys.ENTER);
        browser.awaitAddress("success=true");
        assertThat(browser.driver.getCurrentUrl()).startsWith(REDIRECT_URI).contains("code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow", "Deny"})
    void aDoubleClickIsOneDecision(String label) {
        browser.open(caller.authorizeLink(caller.authorizeJwt(verifier())));
        browser.doubleClick(button(label));
        browser.awaitAddress("state=");
        assertThat(browser.driver.getCurrentUrl())
                .contains(label.equals("Allow") ? "success=true" : "errorCode=USER_CANCEL");
    }

    @Test
    void aPersonDenies() {
        browser.open(caller.authorizeLink(caller.authorizeJwt(verifier())));
        browser.click(button("Deny"));
        browser.awaitAddress("errorCode=USER_CANCEL");
    }

    @Test
    void aDeveloperSimulatesAnErrorWithTheKeyboardOnly() {
        browser.open(caller.authorizeLink(caller.authorizeJwt(verifier())));
        browser.tabTo(summary("Simulate an error"));
        browser.press(Keys.ENTER);
        browser.tabTo(By.cssSelector("select[name=errorCode]"));
        browser.press(Keys.ARROW_DOWN);
        browser.screenshot("consent-error-code");
        browser.tabTo(button("Return with this error"));
        browser.press(Keys.ENTER);
        browser.awaitAddress("errorCode=ONBOARD_ERROR");
    }

    @Test
    void aPersonChoosesAccounts() {
        browser.open(caller.authorizeLink(caller.authorizeJwt(verifier())));
        browser.find("input[name=library][value=empty]").click();
        browser.click(summary("Connect more accounts"));
        browser.find("input[name=source-510]").click();
        browser.find("input[name=source-143]").click();
        browser.screenshot("consent-accounts");
        assertThat(browser.flaws()).isEmpty();
        browser.click(button("Allow"));
        browser.awaitAddress("success=true");
        String user = sandbox.users().get(sandbox.users().size() - 1).id();
        assertThat(sandbox.library(user).accounts())
                .extracting(account -> account.get("serviceTypeName"))
                .containsExactlyInAnyOrder("Stepwise", "Sorrel Savings");
        assertThat(sandbox.library(user).files()).isEmpty();
    }

    private static Map<String, URI> pages() {
        Map<String, URI> pages = new LinkedHashMap<>();
        pages.put("authorize", caller.authorizeLink(caller.authorizeJwt(verifier())));
        String scope = """
                {"actions":{"pull":{"scope":{"timeRanges":[{"last":"6m"}],"serviceGroups":[{"id":3,"serviceTypes":[{"id":68,
                "serviceObjectTypes":[{"id":201},{"id":202}]}]}]}}}}
                """;
        pages.put(
                "scope",
                with(
                        caller.link(
                                "authorize",
                                caller.post("oauth/authorize", caller.authorizeJwt(verifier()), scope),
                                "preauthorization_code"),
                        "service=142&sampleDataSet=default"));
        SandboxCaller pusher = new SandboxCaller(sandbox, sandbox.addContract("diary-push", ContractKind.PUSH));
        pages.put("push", with(pusher.authorizeLink(pusher.authorizeJwt(verifier())), "sourceType=push"));
        DataCaller user = DataCaller.ofNewUser(sandbox);
        pages.put(
                "known-user",
                caller.authorizeLink(caller.authorizeJwt(verifier()).claim("access_token", user.tokens.access())));
        pages.put(
                "user-reauth", reference(user, "user-reauth", caller.reauthorizeJwt(user.tokens.access(), verifier())));
        pages.put("onboard", reference(user, "onboard", user.jwt().claim("redirect_uri", REDIRECT_URI)));
        String bank = user.library().accountIds().get(0);
        Object accountRef = user.caller
                .post("reference", user.caller.jwt(), "{\"type\":\"accountId\",\"value\":\"" + bank + "\"}")
                .json()
                .get("id");
        pages.put(
                "reauthorize",
                with(
                        reference(user, "reauthorize", user.jwt().claim("redirect_uri", REDIRECT_URI)),
                        "accountRef=" + accountRef));
        pages.put("revoke", URI.create((String)
                user.send("GET", "permission-access/revoke/h:accountId", "accountId", bank, "redirectUri", REDIRECT_URI)
                        .json()
                        .get("location")));
        URI used = caller.authorizeLink(caller.authorizeJwt(verifier()));
        sandbox.deny(used);
        pages.put("used", used);
        return pages;
    }

    private static URI reference(DataCaller user, String page, RequestJwt jwt) {
        return caller.link(page, user.caller.post("oauth/token/reference", jwt, "{}"), "reference_code");
    }

    private static URI with(URI link, String parameters) {
        return URI.create(link + "&" + parameters);
    }
}
