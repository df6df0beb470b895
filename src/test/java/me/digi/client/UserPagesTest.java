package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import me.digi.client.auth.Completed;
import me.digi.client.auth.DataType;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.OrganizationType;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.Refused;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.Json;
import me.digi.client.read.SessionOptions;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for a user who has consented: to add a source, and to authorize or revoke an account. */
class UserPagesTest {
    private static final URI REDIRECT_URI = URI.create(LocalDigiMe.REDIRECT_URI);

    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    @Test
    void everyOptionOfOnboardingIsInTheAddress() {
        assertThat(parameters(request -> request)).isEqualTo("sourceType=pull");
        assertThat(parameters(request -> request.sourceType(SourceType.PUSH))).isEqualTo("sourceType=push");
        assertThat(parameters(request -> request.serviceId(5_000_000_000L)))
                .isEqualTo("sourceType=pull&service=5000000000");
        assertThat(parameters(request -> request.sampleData(SampleData.of("set"))))
                .isEqualTo("sourceType=pull&sampleDataSet=set");
        assertThat(parameters(request -> request.sampleData(new SampleData("set", true))))
                .isEqualTo("sourceType=pull&sampleDataSet=set&sampleDataAutoOnboard=true");
        assertThat(parameters(request -> request.includeSampleDataOnlySources(false)))
                .isEqualTo("sourceType=pull&includeSampleDataOnlySources=false");
        assertThat(parameters(request -> request.locale("nl"))).isEqualTo("sourceType=pull&lng=nl");
        assertThat(parameters(request -> request.triggerQuery(false))).isEqualTo("sourceType=pull&triggerQuery=false");
        SourcesScope scope = SourcesScope.builder()
                .addDataTypes(DataType.IMAGES)
                .organizationType(OrganizationType.HOSPITAL)
                .build();
        assertThat(parameters(request -> request.sourcesScope(scope)))
                .isEqualTo("sourceType=pull&sourcesScope=%257B%2522dataType%2522%253A%255B%2522images%2522%255D%252C"
                        + "%2522organizationType%2522%253A%2522hospital%2522%257D");
    }

    @Test
    void onboardingClaimsTheWayBackAndAState() {
        assertThat(parameters(request -> request)).isNotEmpty();
        assertThat(claims()).containsKeys("redirect_uri", "access_token", "state");
        assertThat(claims()).doesNotContainKeys("code_challenge", "response_type");
        assertThat(setup.last(Operation.CREATE_TOKEN_REFERENCE).body()).isEqualTo("{}");

        SessionOptions options = SessionOptions.builder()
                .sourceFetchLimit(Duration.ofSeconds(30))
                .build();
        PendingConsent page = setup.user
                .onboard()
                .redirectUri(REDIRECT_URI)
                .sessionOptions(options)
                .start();
        assertThat(Json.parse(setup.last(Operation.CREATE_TOKEN_REFERENCE).body()))
                .isEqualTo(Json.parse("{\"actions\":{\"pull\":{\"limits\":{\"duration\":{\"sourceFetch\":30}}}}}"));
        URI back = setup.sandbox.allow(page.url());
        assertThat(back).hasParameter("success", "true").hasParameter("state", String.valueOf(claims().get("state")));
        assertThat(PendingConsent.fromJson(page.toJson()).readAccount(back))
                .isInstanceOfSatisfying(Completed.class, completed -> {
                    assertThat(completed.accountReference()).isNotBlank();
                    assertThat(completed.session().key().value()).isNotBlank();
                });
    }

    @Test
    void anAccountIsNamedByAReferenceAndNotByItsId() {
        PendingConsent page = setup.user
                .reauthorizeAccount(setup.accountId)
                .redirectUri(REDIRECT_URI)
                .locale("fr")
                .start();
        assertThat(setup.last(Operation.CREATE_REFERENCE).body())
                .isEqualTo("{\"type\":\"accountId\",\"value\":\"" + setup.accountId + "\"}");
        assertThat(claims()).doesNotContainKeys("state", "code_challenge");
        assertThat(page.url().getPath()).endsWith("/reauthorize");
        assertThat(page.url().getRawQuery())
                .matches("code=[^&]+&accountRef=[^&]+&lng=fr")
                .doesNotContain(setup.accountId);
        URI back = setup.sandbox.allow(page.url());
        assertThat(back).hasParameter("success", "true");
        assertThat(page.readAccount(back))
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(completed.accountReference())
                                .isEqualTo(setup.user.listAccounts().get(0).reference()));
        PendingConsent denied = setup.user
                .reauthorizeAccount(setup.accountId)
                .redirectUri(REDIRECT_URI)
                .start();
        assertThat(setup.sandbox.deny(denied.url())).hasParameter("errorCode", "USER_CANCEL");
    }

    @Test
    void aRevocationReturnsAPageWhoseCallbackIsRead() {
        PendingConsent pending = setup.user.revokeAccountPermission(setup.accountId, REDIRECT_URI);
        assertThat(setup.last(Operation.REVOKE_ACCOUNT_PERMISSION).header("accountId"))
                .isEqualTo(setup.accountId);
        assertThat(setup.last(Operation.REVOKE_ACCOUNT_PERMISSION).header("redirectUri"))
                .isEqualTo(LocalDigiMe.REDIRECT_URI);
        assertThat(pending.readAccount("result=failed&error_message=not+now")).isEqualTo(new Refused(null, "not now"));
        for (String callback : List.of("", "result=maybe", "result=success&result=failed")) {
            assertThatThrownBy(() -> pending.readAccount(callback)).isInstanceOf(CallbackException.class);
        }
        assertThat(pending.readAccount(setup.sandbox.deny(pending.url()))).isInstanceOf(Refused.class);
        PendingConsent again = setup.user.revokeAccountPermission(setup.accountId, REDIRECT_URI);
        assertThat(PendingConsent.fromJson(again.toJson()).readAccount(setup.sandbox.allow(again.url())))
                .isEqualTo(new Completed(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"location\":null}", "{\"location\":\"not a URI\"}", "[]"})
    void aRevocationWithoutAPageIsAnError(String json) {
        setup.sandbox.failNext(Operation.REVOKE_ACCOUNT_PERMISSION, CannedResponse.json(200, json));
        assertThat(thrownBy(
                                UnexpectedResponseException.class,
                                () -> setup.user.revokeAccountPermission(setup.accountId, REDIRECT_URI))
                        .operation())
                .isEqualTo("revokeAccountPermission");
    }

    @Test
    void withoutARedirectUriNothingIsSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> setup.user.onboard().start())
                .withMessage("redirectUri is missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> setup.user.reauthorizeAccount(setup.accountId).start())
                .withMessage("redirectUri is missing");
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void invalidOptionsAreRejectedAtOnceAndShown() {
        OnboardRequest request = setup.user.onboard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.serviceId(0))
                .withMessage("serviceId must be 1 or more: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.locale(" "))
                .withMessage("locale must not be blank: \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.redirectUri("/relative"))
                .withMessageContaining("redirectUri")
                .withMessageContaining("/relative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleData.of(""))
                .withMessage("dataSet must not be blank: \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setup.user.reauthorizeAccount(" "))
                .withMessage("accountId must not be blank: \" \"");
        for (String accountId : List.of("", "a\nb", "a b", "ü")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> setup.user.revokeAccountPermission(accountId, REDIRECT_URI))
                    .withMessageStartingWith("accountId must");
        }
        for (String uri : List.of("https://ü.example/", "/relative", "https://my.app/back#part", "mailto:me@my.app")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> setup.user.revokeAccountPermission("a", URI.create(uri)))
                    .withMessageStartingWith("redirectUri must");
        }
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void rejectedPushesAreErrorsWithTheirCode() {
        String elsewhere = "https://elsewhere.example/";
        for (ApiException failure : List.of(
                thrownBy(
                        ApiException.class,
                        () -> setup.user.onboard().redirectUri(elsewhere).start()),
                thrownBy(
                        ApiException.class,
                        () -> setup.user
                                .reauthorizeAccount(setup.accountId)
                                .redirectUri(elsewhere)
                                .start()),
                thrownBy(
                        ApiException.class,
                        () -> setup.user.revokeAccountPermission(setup.accountId, URI.create(elsewhere))))) {
            assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REDIRECT_URI);
            assertThat(failure.status()).isEqualTo(404);
            assertThat(failure.reference()).isNotBlank();
        }
        ApiException noAccount =
                thrownBy(ApiException.class, () -> setup.user.revokeAccountPermission("nobodys", REDIRECT_URI));
        assertThat(noAccount.status()).isEqualTo(404);
    }

    private Map<String, ?> claims() {
        return setup.last(Operation.CREATE_TOKEN_REFERENCE).claims();
    }

    /** The parameters of the page's URL, without the code. */
    private String parameters(UnaryOperator<OnboardRequest> options) {
        URI url = options.apply(setup.user.onboard().redirectUri(REDIRECT_URI))
                .start()
                .url();
        assertThat(url.getPath()).endsWith("/onboard");
        return url.getRawQuery().replaceFirst("code=[^&]+&", "");
    }
}
