package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.DataType;
import me.digi.client.auth.OrganizationType;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.token.FaultyStore;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.store.TokenStoreException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuthorizeTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private AuthorizationRequest request() {
        return local.digiMe.authorize(local.contract).redirectUri(LocalDigiMe.REDIRECT_URI);
    }

    /** The query of the page's address, as it is on the wire, less the code. */
    private String parameters(Consumer<AuthorizationRequest> options) {
        AuthorizationRequest request = request();
        options.accept(request);
        URI url = request.start().url();
        assertThat(local.sandbox.allow(url)).as("the page takes it").hasParameter("success", "true");
        assertThat(url.getRawQuery()).startsWith("code=");
        return url.getRawQuery().replaceFirst("^code=[^&]+&?", "");
    }

    @Test
    void givesTheAddressOfTheConsentPageAVerifierAndASession() {
        PendingConsent link = request().start();
        assertThat(link.url().toString())
                .startsWith(local.sandbox.environment().onboardUrl() + "authorize?code=")
                .endsWith("&sourceType=pull");
        assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS, Operation.AUTHORIZE);
        Authorized consent = local.allow(link);
        assertThat(consent.code().codeVerifier()).matches("[A-Za-z0-9_-]{43}");
        assertThat(consent.session().key().value()).isNotBlank();
        assertThat(consent.session().expiresAt())
                .isEqualTo(local.sandbox.clock().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void claimsWhatTheProtocolSaysAndNothingElse() {
        request().start();
        RecordedRequest sent = local.last(Operation.AUTHORIZE);
        assertThat(sent.claims())
                .containsOnlyKeys(
                        "client_id",
                        "nonce",
                        "timestamp",
                        "redirect_uri",
                        "state",
                        "response_type",
                        "response_mode",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(sent.claim("redirect_uri")).isEqualTo(LocalDigiMe.REDIRECT_URI);
        assertThat(sent.claim("state").toString()).matches("[a-zA-Z0-9]{32}");
        assertThat(sent.claim("response_type")).isEqualTo("code");
        assertThat(sent.claim("response_mode")).isEqualTo("query");
        assertThat(sent.claim("code_challenge_method")).isEqualTo("S256");
        assertThat(sent.body()).isEqualTo("{}");
        assertThat(sent.header("Accept")).isEqualTo("application/json");
        assertThat(sent.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void everyOptionOfThePageIsInItsAddress() {
        assertThat(parameters(request -> request.sourceType(SourceType.PUSH))).isEqualTo("sourceType=push");
        assertThat(parameters(request -> request.serviceId(420))).isEqualTo("sourceType=pull&service=420");
        assertThat(parameters(request -> request.sampleData(SampleData.of("social"))))
                .isEqualTo("sourceType=pull&sampleDataSet=social");
        assertThat(parameters(request -> request.locale("pt-BR"))).isEqualTo("sourceType=pull&lng=pt-BR");
        assertThat(parameters(request -> request.includeSampleDataOnlySources(true)))
                .isEqualTo("sourceType=pull&includeSampleDataOnlySources=true");
        assertThat(parameters(request -> request.triggerQuery(false))).isEqualTo("sourceType=pull&triggerQuery=false");
    }

    @Test
    void p7_autoOnboardIsSentOnlyWhenItIsTrue() {
        assertThat(parameters(request -> request.sampleData(new SampleData("social", true))))
                .isEqualTo("sourceType=pull&sampleDataSet=social&sampleDataAutoOnboard=true");
        assertThat(parameters(request -> request.sampleData(new SampleData("social", false))))
                .isEqualTo("sourceType=pull&sampleDataSet=social");
    }

    @Test
    void textThatMeansSomethingInAnAddressIsEncoded() {
        assertThat(parameters(request -> request.sampleData(SampleData.of("a&b=c d+ü#%?"))))
                .isEqualTo("sourceType=pull&sampleDataSet=a%26b%3Dc%20d%2B%C3%BC%23%25%3F");
    }

    @Test
    void theSourcesScopeIsEncodedOnceAsTextAndOnceMoreAsAParameter() {
        SourcesScope scope = SourcesScope.builder()
                .addDataTypes(new DataType("health"), new DataType("new-type"))
                .organizationType(new OrganizationType("gp"))
                .build();
        String once = "%7B%22dataType%22%3A%5B%22health%22%2C%22new-type%22%5D%2C%22organizationType%22%3A%22gp%22%7D";
        assertThat(parameters(request -> request.sourcesScope(scope)))
                .isEqualTo("sourceType=pull&sourcesScope=" + once.replace("%", "%25"));
    }

    @Test
    void aSourcesScopeOfOnePartHasNoOther() {
        assertThat(parameters(request -> request.sourcesScope(SourcesScope.builder()
                        .organizationType(new OrganizationType("gp"))
                        .build())))
                .endsWith("sourcesScope=%257B%2522organizationType%2522%253A%2522gp%2522%257D");
    }

    @Test
    void whatMakesThePagesUrlTooLongIsRejectedBeforeARequestIsSent() {
        AuthorizationRequest request = request();
        Class<?> argument = IllegalArgumentException.class;
        String tooLong = " must not be longer than 16384 characters in the page's URL: ";
        assertRejected(argument, "sourcesScope" + tooLong, () -> request.sourcesScope(scope(3_000)));
        assertRejected(argument, "locale" + tooLong + 16385, () -> request.locale("n".repeat(16_385)));
        assertRejected(
                argument, "sampleData" + tooLong + 16386, () -> request.sampleData(SampleData.of("ü".repeat(2731))));
        assertThat(local.asked()).isEmpty();

        PendingConsent pending = request.sourcesScope(scope(600))
                .locale("n".repeat(16_384))
                .sampleData(SampleData.of("s".repeat(16_384)))
                .start();
        assertThat(PendingConsent.fromJson(pending.toJson()).url()).isEqualTo(pending.url());
    }

    private static SourcesScope scope(int dataTypes) {
        return SourcesScope.builder()
                .addAllDataTypes(Collections.nCopies(dataTypes, new DataType("health")))
                .build();
    }

    @Test
    void aStorageIsNamedByAReferenceThatIsCreatedFirst() {
        String storageId = local.digiMe.storages(local.contract).create().id();
        local.forget();
        String parameters = parameters(request -> request.storageId(storageId));
        assertThat(local.asked())
                .containsExactly(Operation.CREATE_REFERENCE, Operation.FETCH_SIGNING_KEYS, Operation.AUTHORIZE);
        RecordedRequest asked = local.last(Operation.CREATE_REFERENCE);
        assertThat(Json.parseObject(asked.body())).isEqualTo(Map.of("type", "cloudId", "value", storageId));
        assertThat(asked.claims()).containsOnlyKeys("client_id", "nonce", "timestamp");
        assertThat(parameters)
                .matches("sourceType=pull&storageRef=[A-Za-z0-9_-]+")
                .doesNotContain(storageId);
    }

    @Test
    void theTokenOfAnotherContractLeadsToTheSameUser() {
        UserAccessToken known = local.token(local.sandbox.addContract("other-contract", ContractKind.PUSH));
        PendingConsent link = request().userAccessToken(known).start();
        assertThat(local.last(Operation.AUTHORIZE).claim("access_token"))
                .isEqualTo(known.accessToken().value());
        UserAccessToken token = local.digiMe.exchangeCode(local.contract, local.allow(link));
        assertThat(token.userId()).isEqualTo(known.userId());
    }

    @Test
    void p13_aUserWhoSharesAgainKeepsTheirLibrary() {
        UserAccessToken known = signedIn("user-42");
        PendingConsent again = request().forUser("user-42").start();
        assertThat(local.last(Operation.AUTHORIZE).claim("access_token"))
                .isEqualTo(known.accessToken().value());
        SignIn signIn = local.digiMe.signIn(local.contract, "user-42", local.allow(again));
        assertThat(signIn.user().loadToken().userId()).isEqualTo(known.userId());
        assertThat(signIn.replaced()).isNull();
        assertThat(local.sandbox.grants()).extracting(grant -> grant.userId()).containsOnly(known.userId());
    }

    @Test
    void p13_theStoredTokenGoesAlongWhenItHasExpiredOrTheRefreshTokenIsDead() {
        UserAccessToken known = signedIn("user-42");
        local.sandbox.revoke(known.userId());
        local.sandbox.clock().advance(Duration.ofDays(400));
        local.forget();
        PendingConsent again = request().forUser("user-42").start();
        assertThat(local.asked()).doesNotContain(Operation.REFRESH_TOKEN).endsWith(Operation.AUTHORIZE);
        UserAccessToken renewed = local.digiMe
                .signIn(local.contract, "user-42", local.allow(again))
                .user()
                .loadToken();
        assertThat(renewed.userId()).isEqualTo(known.userId());
    }

    @Test
    void p13_aUserWhoIsNotStoredStartsANewLibrary() {
        signedIn("user-42");
        PendingConsent pending = request().forUser("a newcomer").start();
        assertThat(local.last(Operation.AUTHORIZE).claims()).doesNotContainKey("access_token");
        assertThat(local.allow(pending)).isNotNull();
    }

    @Test
    void p13_aStoreThatFailsDoesNotCostTheUserTheirLibrary() {
        FaultyStore broken = new FaultyStore();
        broken.breakDown(TokenStoreException.Operation.LOAD, new IllegalStateException("no connection"));
        AuthorizationRequest request = local.client(builder -> builder.tokenStore(broken))
                .authorize(local.contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .forUser("user-42");
        assertThatThrownBy(request::start).isInstanceOf(TokenStoreException.class);
        assertThat(local.asked()).isEmpty();
    }

    private UserAccessToken signedIn(String userKey) {
        SignIn signIn = local.digiMe.signIn(local.contract, userKey, local.allow(local.link()));
        return signIn.user().loadToken();
    }

    @Test
    void aRequestHasOneTokenAtMost() {
        AuthorizationRequest request = request().userAccessToken(local.token()).forUser("user-42");
        local.forget();
        assertRejected(IllegalStateException.class, "forUser and userAccessToken are both set", request::start);
        assertRejected(
                IllegalArgumentException.class, "userKey", () -> request().forUser(" "));
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void withoutARedirectUriNothingIsSent() {
        AuthorizationRequest request =
                local.digiMe.authorize(local.contract).storageId("storage").forUser("user-42");
        assertRejected(IllegalStateException.class, "redirectUri is missing", request::start);
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void invalidOptionsAreRejectedAtOnceByName() {
        AuthorizationRequest request = request();
        Class<?> argument = IllegalArgumentException.class;
        assertRejected(argument, "redirectUri must be an absolute URI", () -> request.redirectUri("/back"));
        assertRejected(
                argument, "redirectUri must be an absolute URI", () -> request.redirectUri("https://a.example/#x"));
        assertRejected(
                argument, "redirectUri must be an absolute URI", () -> request.redirectUri(URI.create("mailto:a@b")));
        assertRejected(
                argument, "redirectUri is not a valid URI: https://a b/", () -> request.redirectUri("https://a b/"));
        assertRejected(argument, "serviceId must be 1 or more: 0", () -> request.serviceId(0));
        assertRejected(argument, "locale must not be blank: \"\"", () -> request.locale(""));
        assertRejected(argument, "storageId must not be blank: \"\"", () -> request.storageId(""));
        Class<?> missing = NullPointerException.class;
        assertRejected(missing, "redirectUri", () -> request.redirectUri((String) null));
        assertRejected(missing, "redirectUri", () -> request.redirectUri((URI) null));
        assertRejected(missing, "userAccessToken", () -> request.userAccessToken(null));
        assertRejected(missing, "sessionOptions", () -> request.sessionOptions(null));
        assertRejected(missing, "sourceType", () -> request.sourceType(null));
        assertRejected(missing, "sampleData", () -> request.sampleData(null));
        assertRejected(missing, "sourcesScope", () -> request.sourcesScope(null));
        assertRejected(missing, "contract", () -> local.digiMe.authorize(null));
        assertThat(local.asked()).isEmpty();
    }

    private static void assertRejected(Class<?> type, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type).hasMessageStartingWith(message);
    }

    @Test
    void anUnregisteredCallbackIsAnErrorWithTheServicesCode() {
        assertThatThrownBy(() ->
                        request().redirectUri("https://elsewhere.example/").start())
                .isInstanceOfSatisfying(ApiException.class, failure -> {
                    assertThat(failure.operation()).isEqualTo("authorize");
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REDIRECT_URI);
                    assertThat(failure.reference()).isNotBlank();
                    assertThat(failure.isRetryable()).isFalse();
                });
    }

    @Test
    void anUnknownApplicationIsAnErrorWithTheServicesCode() {
        DigiMe stranger = local.client(builder -> builder.applicationId("stranger"));
        assertThatThrownBy(() -> local.link(stranger))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CLIENT));
    }

    @Test
    void aResponseThatLacksSomethingIsAnErrorThatNamesIt() {
        assertLacks(Change.withoutField("token"), "token");
        assertLacks(Change.withoutField("session"), "session");
        assertLacks(Change.withoutField("session.key"), "key");
        assertLacks(Change.withoutField("session.expiry"), "expiry");
        assertLacks(Change.field("session.key", ""), "key");
        assertLacks(Change.field("session.expiry", "soon"), "expiry");
        assertLacks(Change.withoutClaim("preauthorization_code"), "preauthorization_code");
    }

    private void assertLacks(Change change, String name) {
        local.sandbox.failNext(Operation.AUTHORIZE, change);
        assertThatThrownBy(() -> request().start())
                .isInstanceOfSatisfying(UnexpectedResponseException.class, unexpected -> {
                    assertThat(unexpected.operation()).isEqualTo("authorize");
                    assertThat(unexpected.status()).isBetween(200, 201);
                })
                .hasMessageContaining(name);
    }

    @Test
    void aSessionEndsAtTheMillisecondThatTheServiceNames() {
        local.sandbox.failNext(Operation.AUTHORIZE, Change.field("session.expiry", 1_700_000_000_123L));
        assertThat(local.allow(request().start()).session().expiresAt())
                .isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
    }

    @Test
    void p2_everyRequestHasItsOwnStateVerifierCodeAndSession() {
        List<PendingConsent> pending = List.of(request().start(), request().start());
        assertThat(local.requests(Operation.AUTHORIZE))
                .extracting(sent -> sent.claim("state"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(pending).extracting(each -> each.url()).doesNotHaveDuplicates();
        List<Authorized> consents = pending.stream().map(local::allow).toList();
        assertThat(consents).extracting(each -> each.code().codeVerifier()).doesNotHaveDuplicates();
        assertThat(consents).extracting(each -> each.session().key()).doesNotHaveDuplicates();
    }
}
