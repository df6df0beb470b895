package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.internal.io.Json;
import me.digi.client.read.SessionOptions;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReauthorizeTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private ReauthorizationRequest request(UserAccessToken token) {
        return local.digiMe.reauthorize(local.contract, token).redirectUri(LocalDigiMe.REDIRECT_URI);
    }

    @Test
    void givesTheAddressOfTheReauthorizationPageAVerifierAndASession() {
        UserAccessToken token = local.tokenOffTheRecord();
        PendingConsent link = request(token).start();
        assertThat(link.url().toString())
                .matches("\\Q" + local.sandbox.environment().onboardUrl() + "user-reauth?code=\\E[^&]+");
        Authorized consent = local.allow(link);
        assertThat(consent.code().codeVerifier()).matches("[A-Za-z0-9_-]{43}");
        assertThat(consent.session().key().value()).isNotBlank();
        RecordedRequest sent = local.last(Operation.CREATE_TOKEN_REFERENCE);
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
        PendingConsent link = request(token).start();
        UserAccessToken renewed = local.digiMe.exchangeCode(local.contract, local.allow(link));
        assertThat(renewed.userId()).isEqualTo(token.userId());
        assertThat(renewed.accessToken()).isNotEqualTo(token.accessToken());
    }

    @Test
    void worksWithAnAccessTokenThatHasExpired() {
        UserAccessToken token = local.token();
        local.sandbox.clock().advance(Duration.ofDays(400));
        PendingConsent link = request(token).start();
        assertThat(local.allow(link)).isNotNull();
    }

    @Test
    void p2_theLibraryCreatesTheStateAndReadsTheCallback() {
        PendingConsent pending = request(local.token()).start();
        String state =
                local.last(Operation.CREATE_TOKEN_REFERENCE).claim("state").toString();
        assertThat(state).matches("[a-zA-Z0-9]{32}");
        URI callback = local.sandbox.allow(pending.url());
        assertThat(callback).hasParameter("state", state);
        assertThat(PendingConsent.fromJson(pending.toJson()).read(callback)).isInstanceOf(Authorized.class);
        assertThat(thrownBy(
                                CallbackException.class,
                                () -> request(local.token()).start().read(callback))
                        .problem())
                .isEqualTo(Problem.STATE_WRONG);
    }

    @Test
    void aStoredUserReauthorizesWithTheirStoredTokenThoughItIsDead() {
        UserAccessToken token = local.token();
        DigiMeUser user = KnownUser.of(local.digiMe, local.contract, "user-42", token);
        local.sandbox.revoke(token.userId());
        assertThat(user.refresh()).isInstanceOf(RefreshResult.Reauthorize.class);
        PendingConsent pending =
                user.reauthorize().redirectUri(LocalDigiMe.REDIRECT_URI).start();
        assertThat(local.last(Operation.CREATE_TOKEN_REFERENCE).claim("access_token"))
                .isEqualTo(token.accessToken().value());
        DigiMeUser renewed = local.digiMe
                .signIn(local.contract, "user-42", local.allow(pending))
                .user();
        assertThat(renewed.loadToken().userId()).isEqualTo(token.userId());
        assertThat(renewed.listAccounts()).isNotEmpty();
    }

    @Test
    void everyOptionIsSent() {
        PendingConsent link = local.digiMe
                .reauthorize(local.contract, local.token())
                .redirectUri(URI.create(LocalDigiMe.REDIRECT_URI))
                .locale("nl")
                .triggerQuery(false)
                .sessionOptions(SessionOptions.builder().sourceFetch(false).build())
                .start();
        assertThat(link.url().getRawQuery()).matches("code=[^&]+&lng=nl&triggerQuery=false");
        assertThat(Json.parse(local.last(Operation.CREATE_TOKEN_REFERENCE).body()))
                .isEqualTo(Json.parse("{\"actions\":{\"pull\":{\"sourceFetch\":false}}}"));
        assertThat(local.sandbox.allow(link.url())).hasParameter("success", "true");
    }

    @Test
    void withoutARedirectUriNothingIsSent() {
        UserAccessToken token = local.tokenOffTheRecord();
        assertThatThrownBy(() -> local.digiMe.reauthorize(local.contract, token).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("redirectUri is missing");
        assertThat(local.asked()).isEmpty();
    }

    @Test
    void invalidOptionsAreRejectedAtOnce() {
        UserAccessToken token = local.token();
        assertThatThrownBy(() -> request(token).locale(" ")).hasMessageStartingWith("locale must not be blank");
        assertThatThrownBy(() -> request(token).redirectUri("back")).hasMessageStartingWith("redirectUri must be");
        assertThatThrownBy(() -> request(token).sessionOptions(null)).hasMessage("sessionOptions");
        assertThatThrownBy(() -> local.digiMe.reauthorize(null, token)).hasMessage("contract");
        assertThatThrownBy(() -> local.digiMe.reauthorize(local.contract, null)).hasMessage("token");
    }

    @Test
    void t10_aTokenThatTheServiceDoesNotKnowIsATypedErrorThatNamesTheWayOut() {
        UserAccessToken stranger = UserAccessToken.builder()
                .from(local.token())
                .accessToken(Token.of("stranger", local.sandbox.clock().instant()))
                .build();
        UnknownTokenException unknown =
                thrownBy(UnknownTokenException.class, () -> request(stranger).start());
        ApiException failure = unknown.failure();
        assertThat(failure.operation()).isEqualTo("createTokenReference");
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(failure.serverMessage()).isEqualTo("The token (access_token) is invalid");
        assertThat(unknown)
                .hasCause(failure)
                .hasMessageContaining("send the user to authorize(contract) without a token")
                .hasMessageContaining(failure.reference())
                .hasMessageNotContaining("stranger");
        assertThatThrownBy(() -> local.digiMe
                        .authorize(local.contract)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .userAccessToken(stranger)
                        .start())
                .isInstanceOf(UnknownTokenException.class);
    }

    @Test
    void t10_aUserUnknownToDigiMeConsentsAgain() {
        DigiMeUser user = KnownUser.of(local.digiMe, local.contract, "user-42", local.token());
        deleteElsewhere(user);
        assertThat(user.refresh()).isInstanceOf(RefreshResult.Reauthorize.class);
        assertThatThrownBy(() ->
                        user.reauthorize().redirectUri(LocalDigiMe.REDIRECT_URI).start())
                .isInstanceOf(UnknownTokenException.class);
        assertThatThrownBy(() -> local.digiMe
                        .authorize(local.contract)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .forUser("user-42")
                        .start())
                .isInstanceOf(UnknownTokenException.class);
        assertThat(local.digiMe
                        .signIn(local.contract, "user-42", local.allow(local.link()))
                        .user()
                        .listAccounts())
                .isNotEmpty();
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void t10_otherRefusalsAreUnchanged() {
        UserAccessToken token = local.token();
        for (CannedResponse other : new CannedResponse[] {CannedResponse.empty(401), CannedResponse.html(400)}) {
            local.sandbox.failNext(Operation.CREATE_TOKEN_REFERENCE, other);
            assertThatThrownBy(() -> request(token).start()).isInstanceOf(ApiException.class);
        }
    }

    private void deleteElsewhere(DigiMeUser user) {
        DigiMe elsewhere = local.client();
        KnownUser.of(elsewhere, local.contract, user.loadToken()).delete();
    }

    @Test
    void aResponseThatLacksSomethingIsAnErrorThatNamesIt() {
        UserAccessToken token = local.token();
        for (Change change : new Change[] {
            Change.withoutField("session.key"), Change.withoutField("token"), Change.withoutClaim("reference_code")
        }) {
            local.sandbox.failNext(Operation.CREATE_TOKEN_REFERENCE, change);
            String name = change.path().replaceFirst(".*\\.", "");
            assertThatThrownBy(() -> request(token).start())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(name);
        }
    }
}
