package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.json.Json;
import me.digi.client.read.SessionOptions;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReauthorizeTest {
    private final LocalDigiMe local = new LocalDigiMe();

    @AfterEach
    void close() {
        local.close();
    }

    private ReauthorizationRequest request(UserAccessToken token) {
        return local.digiMe.reauthorize(local.contract, token).callback(LocalDigiMe.CALLBACK);
    }

    @Test
    void givesTheAddressOfTheReauthorizationPageAVerifierAndASession() {
        UserAccessToken token = local.tokenOffTheRecord();
        AuthorizationUrl link = request(token).state(LocalDigiMe.STATE).url();
        assertThat(link.url().toString())
                .matches("\\Q" + local.sandbox.environment().onboardUrl() + "user-reauth?code=\\E[^&]+");
        assertThat(link.codeVerifier()).matches("[A-Za-z0-9_-]{43}");
        assertThat(link.session().key()).isNotBlank();
        RecordedRequest sent = local.last(Operation.TOKEN_REFERENCE);
        assertThat(sent.claims())
                .containsOnlyKeys(
                        "client_id",
                        "nonce",
                        "timestamp",
                        "access_token",
                        "redirect_uri",
                        "state",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(sent.claim("access_token")).isEqualTo(token.accessToken().value());
        assertThat(sent.body()).isEqualTo("{}");
    }

    @Test
    void leadsTheSameUserToANewPair() {
        UserAccessToken token = local.token();
        local.sandbox.revoke(token.userId());
        AuthorizationUrl link = request(token).state(LocalDigiMe.STATE).url();
        UserAccessToken renewed = local.digiMe.exchangeCode(local.contract, local.allow(link), link.codeVerifier());
        assertThat(renewed.userId()).isEqualTo(token.userId());
        assertThat(renewed.accessToken()).isNotEqualTo(token.accessToken());
    }

    @Test
    void worksWithAnAccessTokenThatHasExpired() {
        UserAccessToken token = local.token();
        local.sandbox.clock().advance(Duration.ofDays(400));
        AuthorizationUrl link = request(token).state(LocalDigiMe.STATE).url();
        assertThat(local.allow(link)).isNotEmpty();
    }

    @Test
    void stateMayBeLeftOut() {
        AuthorizationUrl link = request(local.token()).url();
        assertThat(local.last(Operation.TOKEN_REFERENCE).claims()).doesNotContainKey("state");
        assertThat(local.sandbox.allow(link.url()))
                .hasParameter("success", "true")
                .hasNoParameter("state");
    }

    @Test
    void everyOptionIsSent() {
        AuthorizationUrl link = local.digiMe
                .reauthorize(local.contract, local.token())
                .callback(URI.create(LocalDigiMe.CALLBACK))
                .locale("nl")
                .triggerQuery(false)
                .sessionOptions(SessionOptions.builder().sourceFetch(false).build())
                .url();
        assertThat(link.url().getRawQuery()).matches("code=[^&]+&lng=nl&triggerQuery=false");
        assertThat(Json.parse(local.last(Operation.TOKEN_REFERENCE).body()))
                .isEqualTo(Json.parse("{\"actions\":{\"pull\":{\"sourceFetch\":false}}}"));
        assertThat(local.sandbox.allow(link.url())).hasParameter("success", "true");
    }

    @Test
    void withoutACallbackNothingIsSent() {
        UserAccessToken token = local.tokenOffTheRecord();
        assertThatThrownBy(() -> local.digiMe
                        .reauthorize(local.contract, token)
                        .state("s")
                        .url())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("callback is missing");
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void whatCannotBeAnOptionIsRefusedAtOnce() {
        UserAccessToken token = local.token();
        assertThatThrownBy(() -> request(token).state("")).hasMessage("state must not be blank");
        assertThatThrownBy(() -> request(token).locale(" ")).hasMessageStartingWith("locale must not be blank");
        assertThatThrownBy(() -> request(token).callback("back")).hasMessageStartingWith("callback must be");
        assertThatThrownBy(() -> request(token).sessionOptions(null)).hasMessage("sessionOptions");
        assertThatThrownBy(() -> local.digiMe.reauthorize(null, token)).hasMessage("contract");
        assertThatThrownBy(() -> local.digiMe.reauthorize(local.contract, null)).hasMessage("token");
    }

    @Test
    void aTokenThatTheServiceNeverIssuedIsAnErrorWithTheServicesCode() {
        UserAccessToken stranger = UserAccessToken.builder()
                .from(local.token())
                .accessToken(Token.of("stranger", local.sandbox.clock().instant()))
                .build();
        assertThatThrownBy(() -> request(stranger).url()).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.operation()).isEqualTo("tokenReference");
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(refusal.serverMessage()).isEqualTo("The token (access_token) is invalid");
        });
    }

    @Test
    void anAnswerThatLacksSomethingIsAnErrorThatNamesIt() {
        UserAccessToken token = local.token();
        for (Change change : new Change[] {
            Change.withoutField("session.key"), Change.withoutField("token"), Change.withoutClaim("reference_code")
        }) {
            local.sandbox.failNext(Operation.TOKEN_REFERENCE, change);
            String name = change.path().replaceFirst(".*\\.", "");
            assertThatThrownBy(() -> request(token).url())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(name);
        }
    }
}
