package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

/** The pages that a user who has consented is sent to: to add a source, and to give or take access to an account. */
class UserPagesTest {
    private static final URI REDIRECT_URI = URI.create(LocalDigiMe.REDIRECT_URI);

    @AutoClose
    private final CallScene scene = CallScene.withoutRetries();

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
        assertThat(scene.local.last(Operation.CREATE_TOKEN_REFERENCE).body()).isEqualTo("{}");

        SessionOptions options = SessionOptions.builder()
                .sourceFetchLimit(Duration.ofSeconds(30))
                .build();
        PendingConsent page = scene.user
                .onboard()
                .redirectUri(REDIRECT_URI)
                .sessionOptions(options)
                .start();
        assertThat(Json.parse(scene.local.last(Operation.CREATE_TOKEN_REFERENCE).body()))
                .isEqualTo(Json.parse("{\"actions\":{\"pull\":{\"limits\":{\"duration\":{\"sourceFetch\":30}}}}}"));
        URI back = scene.local.sandbox.allow(page.url());
        assertThat(back).hasParameter("success", "true").hasParameter("state", String.valueOf(claims().get("state")));
        assertThat(PendingConsent.fromJson(page.toJson()).readAccount(back))
                .isInstanceOfSatisfying(Completed.class, completed -> {
                    assertThat(completed.accountReference()).isNotBlank();
                    assertThat(completed.session().key().value()).isNotBlank();
                });
    }

    @Test
    void anAccountIsNamedByAReferenceAndNotByItsId() {
        PendingConsent page = scene.user
                .reauthorizeAccount(scene.accountId)
                .redirectUri(REDIRECT_URI)
                .locale("fr")
                .start();
        assertThat(scene.local.last(Operation.CREATE_REFERENCE).body())
                .isEqualTo("{\"type\":\"accountId\",\"value\":\"" + scene.accountId + "\"}");
        assertThat(claims()).doesNotContainKeys("state", "code_challenge");
        assertThat(page.url().getPath()).endsWith("/reauthorize");
        assertThat(page.url().getRawQuery())
                .matches("code=[^&]+&accountRef=[^&]+&lng=fr")
                .doesNotContain(scene.accountId);
        assertThat(scene.local.sandbox.allow(page.url())).hasParameter("success", "true");
        PendingConsent denied = scene.user
                .reauthorizeAccount(scene.accountId)
                .redirectUri(REDIRECT_URI)
                .start();
        assertThat(scene.local.sandbox.deny(denied.url())).hasParameter("errorCode", "USER_CANCEL");
    }

    @Test
    void aRevocationIsAnsweredWithAPageAndItsEndIsRead() {
        PendingConsent pending = scene.user.revokeAccountPermission(scene.accountId, REDIRECT_URI);
        assertThat(scene.local.last(Operation.REVOKE_ACCOUNT_PERMISSION).header("accountId"))
                .isEqualTo(scene.accountId);
        assertThat(scene.local.last(Operation.REVOKE_ACCOUNT_PERMISSION).header("redirectUri"))
                .isEqualTo(LocalDigiMe.REDIRECT_URI);
        assertThat(pending.readAccount(scene.local.sandbox.deny(pending.url()))).isInstanceOf(Refused.class);
        PendingConsent again = scene.user.revokeAccountPermission(scene.accountId, REDIRECT_URI);
        assertThat(PendingConsent.fromJson(again.toJson()).readAccount(scene.local.sandbox.allow(again.url())))
                .isEqualTo(new Completed(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"location\":null}", "{\"location\":\"not a URI\"}", "[]"})
    void aRevocationWithoutAPageIsAnError(String json) {
        scene.local.sandbox.failNext(Operation.REVOKE_ACCOUNT_PERMISSION, CannedResponse.json(200, json));
        assertThat(thrownBy(
                                UnexpectedResponseException.class,
                                () -> scene.user.revokeAccountPermission(scene.accountId, REDIRECT_URI))
                        .operation())
                .isEqualTo("revokeAccountPermission");
    }

    @Test
    void withoutARedirectUriNothingIsSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> scene.user.onboard().start())
                .withMessage("redirectUri is missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> scene.user.reauthorizeAccount(scene.accountId).start())
                .withMessage("redirectUri is missing");
        assertThat(scene.local.asked()).isEmpty();
    }

    @Test
    void whatCannotBeAnOptionIsRejectedAtOnceAndShown() {
        OnboardRequest request = scene.user.onboard();
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
                .isThrownBy(() -> scene.user.reauthorizeAccount(" "))
                .withMessage("accountId must not be blank: \" \"");
        for (String accountId : List.of("", "a\nb", "a b", "ü")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scene.user.revokeAccountPermission(accountId, REDIRECT_URI))
                    .withMessageStartingWith("accountId must");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.user.revokeAccountPermission("a", URI.create("https://ü.example/")))
                .withMessageStartingWith("redirectUri must");
        assertThat(scene.local.asked()).isEmpty();
    }

    @Test
    void whatTheServiceDoesNotTakeIsAnErrorWithItsCode() {
        String elsewhere = "https://elsewhere.example/";
        for (ApiException failure : List.of(
                thrownBy(
                        ApiException.class,
                        () -> scene.user.onboard().redirectUri(elsewhere).start()),
                thrownBy(
                        ApiException.class,
                        () -> scene.user
                                .reauthorizeAccount(scene.accountId)
                                .redirectUri(elsewhere)
                                .start()),
                thrownBy(
                        ApiException.class,
                        () -> scene.user.revokeAccountPermission(scene.accountId, URI.create(elsewhere))))) {
            assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REDIRECT_URI);
            assertThat(failure.status()).isEqualTo(404);
            assertThat(failure.reference()).isNotBlank();
        }
        ApiException noAccount =
                thrownBy(ApiException.class, () -> scene.user.revokeAccountPermission("nobodys", REDIRECT_URI));
        assertThat(noAccount.status()).isEqualTo(404);
    }

    private Map<String, ?> claims() {
        return scene.local.last(Operation.CREATE_TOKEN_REFERENCE).claims();
    }

    /** The parameters of the page's address besides the code. */
    private String parameters(UnaryOperator<OnboardRequest> options) {
        URI url = options.apply(scene.user.onboard().redirectUri(REDIRECT_URI))
                .start()
                .url();
        assertThat(url.getPath()).endsWith("/onboard");
        return url.getRawQuery().replaceFirst("code=[^&]+&", "");
    }
}
