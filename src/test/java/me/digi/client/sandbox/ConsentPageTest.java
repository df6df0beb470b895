package me.digi.client.sandbox;

import static me.digi.client.sandbox.SandboxCaller.REDIRECT_URI;
import static me.digi.client.sandbox.SandboxCaller.exchange;
import static me.digi.client.sandbox.SandboxCaller.parameters;
import static me.digi.client.sandbox.SandboxCaller.verifier;
import static me.digi.client.sandbox.SandboxCaller.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentPageTest {
    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().applicationId("<b>app</b> & \"co\"").start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void thePageNamesTheApplicationAndEscapesTheName() {
        Reply page = get(link());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("&lt;b&gt;app&lt;/b&gt; &amp; &quot;co&quot;", "sandbox-contract", "a new user")
                .contains(">Allow</button>", ">Deny</button>")
                .doesNotContain("<b>app</b>");
    }

    @Test
    void thePageNamesAKnownUser() {
        Tokens tokens = caller.consent();
        URI link = caller.authorizeLink(caller.authorizeJwt(verifier()).claim("access_token", tokens.access()));
        assertThat(get(link).body()).contains(tokens.user());
    }

    @Test
    void theButtonsRedirectTheBrowserToTheCallback() {
        URI allowed = click(link(), "allow");
        assertThat(allowed.toString()).startsWith(REDIRECT_URI + "?");
        assertThat(parameters(allowed)).containsEntry("success", "true").containsEntry("state", "the state");

        URI denied = click(link(), "deny");
        assertThat(parameters(denied))
                .containsOnlyKeys("success", "state", "errorCode")
                .containsEntry("success", "false")
                .containsEntry("state", "the state")
                .containsEntry("errorCode", "USER_CANCEL");
    }

    @Test
    void thePageDescribesWhatIsShared() {
        String body =
                "{\"actions\":{\"pull\":{\"scope\":{\"timeRanges\":[{\"last\":\"6m\"}],\"serviceGroups\":[{\"id\":3,"
                        + "\"serviceTypes\":[{\"id\":68,\"serviceObjectTypes\":[{\"id\":201}]}]}]}}}}";
        Reply consent = caller.post("oauth/authorize", caller.authorizeJwt(verifier()), body);
        assertThat(get(caller.link("authorize", consent, "preauthorization_code"))
                        .body())
                .contains("Finance data from Fennel Bank (object types 201)", "Only data of the last 6 months");
        assertThat(get(link()).body()).contains("All data from your accounts");
    }

    @Test
    void aPersonChoosesTheAccountsOfANewLibrary() {
        URI callback = submit(link(), "allow", "library=empty&source-510=on&source-143=on&sample=on");
        SandboxLibrary library =
                sandbox.library(sandbox.users().get(sandbox.users().size() - 1).id());
        assertThat(library.files()).isEmpty();
        assertThat(library.accounts())
                .extracting(account -> account.get("serviceTypeName"), account -> account.get("sample"))
                .containsExactly(tuple("Stepwise", true), tuple("Sorrel Savings", true));
        assertThat(parameters(callback))
                .containsEntry(
                        "accountReference",
                        String.valueOf(library.accounts().get(0).get("reference")));
    }

    @Test
    void aKnownUserKeepsTheLibrary() {
        Tokens tokens = caller.consent();
        URI link = caller.authorizeLink(caller.authorizeJwt(verifier()).claim("access_token", tokens.access()));
        submit(link, "allow", "library=empty&source-510=on");
        assertThat(sandbox.library(tokens.user()).accountIds()).hasSize(4);
    }

    @Test
    void anErrorIsSimulatedByAForm() {
        assertThat(parameters(submit(link(), "fail", "errorCode=ONBOARD_ERROR")))
                .containsEntry("success", "false")
                .containsEntry("errorCode", "ONBOARD_ERROR");
    }

    @Test
    void aUrlAllowsWithoutAPage() {
        URI atOnce = URI.create(link().toString().replace("authorize?", "authorize/allow?"));
        Reply reply = get(atOnce);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location").orElseThrow()).startsWith(REDIRECT_URI + "?success=true&");
    }

    @Test
    void denyingAndFailingReturnTheirErrorCodes() {
        assertThat(parameters(sandbox.deny(link()))).containsEntry("errorCode", "USER_CANCEL");
        assertThat(parameters(sandbox.fail(link(), "SERVER_ERROR"))).containsEntry("errorCode", "SERVER_ERROR");
    }

    @Test
    void aLinkIsValidForOneDecision() {
        URI link = link();
        sandbox.allow(link);
        assertThat(parameters(sandbox.allow(link)))
                .containsEntry("success", "false")
                .containsEntry("errorCode", "INVALID_CODE");
        assertThat(get(link).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny", "fail"})
    void aDoubleClickLeadsToTheSameCallback(String decision) {
        URI link = link();
        Reply page = get(link);
        URI callback = press(page, link, decision);
        assertThat(press(page, link, decision)).isEqualTo(callback);
        assertThat(sandbox.users()).hasSize(decision.equals("allow") ? 1 : 0);
    }

    @Test
    void theCodeOfADoubleClickIsExchangedOnce() {
        String verifier = verifier();
        URI link = caller.authorizeLink(caller.authorizeJwt(verifier));
        Reply page = get(link);
        press(page, link, "allow");
        String code = parameters(press(page, link, "allow")).get("code");
        assertThat(caller.token(caller.exchangeJwt(code, verifier)).status()).isEqualTo(201);
        assertThat(caller.token(caller.exchangeJwt(code, verifier)).status()).isEqualTo(400);
        assertThat(parameters(press(page, link, "allow"))).containsEntry("code", code);
    }

    @Test
    void theFirstDecisionOnAPageCounts() {
        URI link = link();
        Reply page = get(link);
        Reply inAnotherTab = get(link);
        URI callback = press(page, link, "deny");
        assertThat(press(page, link, "allow")).isEqualTo(callback);
        assertThat(parameters(press(inAnotherTab, link, "allow"))).containsEntry("errorCode", "INVALID_CODE");
    }

    @Test
    void aLinkExpires() {
        URI link = link();
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(parameters(sandbox.allow(link))).containsEntry("errorCode", "INVALID_CODE");
    }

    @Test
    void aCallbackWithAQueryKeepsIt() {
        SandboxCaller other = new SandboxCaller(
                sandbox, sandbox.addContract("other", ContractKind.READ, "https://app.example/back?x=1"));
        RequestJwt jwt = other.authorizeJwt(verifier()).claim("redirect_uri", "https://app.example/back?x=1");
        assertThat(sandbox.allow(other.authorizeLink(jwt)).toString())
                .startsWith("https://app.example/back?x=1&success=true&");
    }

    @Test
    void aStateOfAnyCharactersIsReturnedUnchanged() {
        String state = "a b+c&d=e%20/?#ü\u20ac<>\"'";
        URI link = caller.authorizeLink(caller.authorizeJwt(verifier()).claim("state", state));
        assertThat(parameters(sandbox.allow(link))).containsEntry("state", state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sourceType=pull",
                "sourceType=push&service=420&sampleDataSet=set-1&sampleDataAutoOnboard=false&lng=pt-BR",
                "includeSampleDataOnlySources=false&triggerQuery=true",
                "sourcesScope=%257B%257D",
                "sourcesScope=%257B%2522dataType%2522%253A%255B%2522gp-data%2522%252C%2522images%2522%255D%252C"
                        + "%2522organizationType%2522%253A%2522dentist%2522%257D"
            })
    void theParametersOfThePageAreAccepted(String parameters) {
        assertThat(get(with(link(), parameters)).status()).isEqualTo(200);
    }

    @Test
    void autoOnboardingThatIsFalseIsAcceptedWithARemark() {
        get(with(link(), "sampleDataSet=default&sampleDataAutoOnboard=false"));
        assertThat(sandbox.requests().last(Operation.PAGE).remarks())
                .containsExactly("sampleDataAutoOnboard is false: omit it unless it is true");
        get(with(link(), "sampleDataSet=default&sampleDataAutoOnboard=true"));
        assertThat(sandbox.requests().last(Operation.PAGE).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extra=1|authorize.extra is not allowed here",
                "sourceType=both|authorize.sourceType must be pull or push",
                "sourceType=pull&sourceType=pull|sourceType occurs twice",
                "service=zero|authorize.service must be a whole number",
                "service=0|authorize.service must be a whole number",
                "triggerQuery=yes|authorize.triggerQuery must be true or false",
                "includeSampleDataOnlySources=|authorize.includeSampleDataOnlySources must be true or false",
                "sampleDataSet=|authorize.sampleDataSet is empty",
                "lng=english!|authorize.lng must be a locale",
                "storageRef=made-up|storageRef is not a reference of this contract to a storage",
                "sourcesScope=%7B%7D|authorize.sourcesScope must be JSON, URI-encoded once",
                "sourcesScope=%255B%255D|authorize.sourcesScope is not a JSON object",
                "sourcesScope=%257B%2522x%2522%253A1%257D|authorize.sourcesScope.x is not allowed here",
                "sourcesScope=%257B%2522organizationType%2522%253A%255B%255D%257D|organizationType must be a string",
                "novalue|not name=value"
            })
    void otherParametersAreRejectedByName(String parameters, String message) {
        URI link = with(link(), parameters);
        Reply page = get(link);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.allow(link))
                .withMessageContaining(message);
    }

    @Test
    void sampleDataCanBeAddedWithoutADecision() {
        Reply page = get(with(link(), "service=420&sampleDataSet=default&sampleDataAutoOnboard=true"));
        assertThat(page.status()).isEqualTo(302);
        assertThat(parameters(URI.create(page.headers().firstValue("Location").orElseThrow())))
                .containsEntry("success", "true");
    }

    @Test
    void aStorageReferenceOfTheContractIsAccepted() {
        Object id = caller.storage().json().get("id");
        Reply storage = caller.reference(caller.jwt(), "cloudId", id);
        Reply account = caller.reference(caller.jwt(), "accountId", "account");
        assertThat(get(with(link(), "storageRef=" + storage.json().get("id"))).status())
                .isEqualTo(200);
        assertThat(get(with(link(), "storageRef=" + account.json().get("id"))).status())
                .isEqualTo(400);
    }

    @Test
    void theReauthorizationPageAcceptsOnlyItsOwnCodesAndParameters() {
        Tokens tokens = caller.consent();
        Reply reference =
                caller.post("oauth/token/reference", caller.reauthorizeJwt(tokens.access(), verifier()), "{}");
        URI link = caller.link("user-reauth", reference, "reference_code");
        assertThat(get(with(link, "lng=en&triggerQuery=false")).body()).contains(tokens.user());
        assertThat(get(with(link, "sourceType=pull")).body()).contains("user-reauth.sourceType is not allowed here");
        assertThat(get(caller.link("authorize", reference, "reference_code")).body())
                .contains("authorize.code is not a code for this page");
        assertThat(get(URI.create(link().toString().replace("authorize?", "user-reauth?")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherUrlsAreNotPages() {
        URI onboard = sandbox.environment().onboardUrl();
        assertThat(get(onboard.resolve("nothing?code=1")).status()).isEqualTo(404);
        assertThat(get(onboard.resolve("authorize/maybe?code=1")).status()).isEqualTo(404);
        assertThat(get(onboard.resolve("authorize/allow/now?code=1")).status()).isEqualTo(404);
        assertThat(get(onboard.resolve("authorize")).body()).contains("authorize.code is missing");
        assertThat(get(onboard.resolve("authorize?code=%3Cscript%3E")).body()).doesNotContain("<script>");
        HttpRequest put = HttpRequest.newBuilder(link())
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(exchange(put).status()).isEqualTo(405);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.allow(URI.create("https://api.digi.me/apps/saas/authorize?code=1")))
                .withMessageContaining("not a page of this sandbox");
    }

    private URI link() {
        return caller.authorizeLink(caller.authorizeJwt(verifier()));
    }

    private static URI click(URI link, String decision) {
        return press(get(link), link, decision);
    }

    /** Submits the form of a button like a browser. */
    private static URI press(Reply page, URI link, String decision) {
        Matcher form = Pattern.compile("<form method=\"post\" action=\"([^\"]*/" + decision
                        + "[^\"]*)\">\\s*<input type=\"hidden\" name=\"transaction\" value=\"([^\"]*)\">")
                .matcher(page.body());
        assertThat(form.find()).isTrue();
        return post(
                link.resolve(form.group(1).replace("&amp;", "&")),
                "transaction=" + form.group(2) + (decision.equals("fail") ? "&errorCode=SERVER_ERROR" : ""));
    }

    private static URI submit(URI link, String decision, String form) {
        return post(URI.create(link.toString().replace("?", "/" + decision + "?")), form);
    }

    private static URI post(URI target, String form) {
        Reply reply = exchange(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        assertThat(reply.status()).isEqualTo(302);
        return URI.create(reply.headers().firstValue("Location").orElseThrow());
    }

    private static Reply get(URI address) {
        return exchange(HttpRequest.newBuilder(address).build());
    }
}
