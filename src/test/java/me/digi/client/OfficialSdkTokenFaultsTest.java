package me.digi.client;

import static me.digi.client.GrantScene.onThreads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the official SDKs get wrong about tokens, and this one must not. */
class OfficialSdkTokenFaultsTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;

    @Test
    void fourParallelReadsWithAnExpiredTokenMakeOneRefreshAndLoseNoPair() throws Exception {
        scene.expire();
        assertThat(onThreads(4, () -> user.listAccounts().size())).hasSize(4);
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(user.loadToken()).matches(scene::honours);
    }

    @Test
    void theListenerIsNeverToldAnOldPairAfterANewOne() throws Exception {
        for (int day = 0; day < 5; day++) {
            scene.expire();
            onThreads(
                    4,
                    () -> KnownUser.of(scene.digiMe, scene.contract, GrantScene.USER, scene.first)
                            .listAccounts()
                            .size());
        }
        scene.digiMe.close();
        List<UserAccessToken> told = scene.heard.newPairs();
        assertThat(told).hasSize(6).doesNotHaveDuplicates();
        assertThat(told).extracting(pair -> pair.accessToken().expiresAt()).isSorted();
        assertThat(told.get(5)).matches(scene::honours);
    }

    @Test
    void theNewPairIsKeptWhenTheRepeatedCallFails() {
        scene.sandbox.expireAccessTokens();
        scene.sandbox.failNext(
                Operation.LIST_ACCOUNTS,
                CannedResponse.error(401, "InvalidToken", "The token (access_token) is invalid"));
        scene.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(500, "InternalServerError", "sorry"));
        assertThat(catchThrowableOfType(ApiException.class, user::listAccounts).status())
                .isEqualTo(500);
        assertThat(user.loadToken()).matches(scene::honours).isNotEqualTo(scene.first);
        assertThat(scene.stored()).isEqualTo(user.loadToken());
        scene.digiMe.close();
        assertThat(scene.heard.newPairs()).last().isEqualTo(user.loadToken());
    }

    @Test
    void everyCallRefreshesAndHandsTheNewPairOut() {
        scene.sandbox.expireAccessTokens();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(scene.stored()).isEqualTo(user.loadToken());
        scene.expire();
        RefreshResult result = user.refresh();
        assertThat(result).isEqualTo(new Refreshed(user.loadToken()));
    }

    @Test
    void anExpiryThatIsKnownCostsNoRefusedRequest() {
        scene.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.sandbox.requests().of(Operation.LIST_ACCOUNTS))
                .extracting(RecordedRequest::status)
                .containsExactly(200);
    }

    @Test
    void afterARefusedRefreshTheUserConsentsAgainForTheSameLibrary() {
        scene.sandbox.revoke(scene.first.userId());
        assertThat(user.refresh()).isInstanceOf(Reauthorize.class);
        PendingConsent link = scene.digiMe
                .reauthorize(scene.contract, user.loadToken())
                .redirectUri("https://app.example/callback")
                .start();
        assertThat(scene.sandbox
                        .requests()
                        .last(Operation.CREATE_TOKEN_REFERENCE)
                        .claim("access_token"))
                .isEqualTo(scene.first.accessToken().value());
        Authorized allowed = (Authorized) link.read(scene.sandbox.allow(link.url()));
        DigiMeUser again =
                scene.digiMe.signIn(scene.contract, GrantScene.USER, allowed).user();
        assertThat(again.loadToken().userId()).isEqualTo(scene.first.userId());
        assertThat(again.listAccounts()).isNotEmpty();
    }

    @Test
    void refreshingKeepsWhatTheOldPairKnewOfUserAndConsent() {
        scene.expire();
        scene.sandbox.failNext(
                Operation.REFRESH_TOKEN, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken())
                .matches(scene::honours)
                .returns(scene.first.userId(), UserAccessToken::userId)
                .returns(scene.first.consentId(), UserAccessToken::consentId);
    }

    @Test
    void aResponseWithoutARefreshTokenIsAnErrorAndNoPair() {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Change.withoutClaim("refresh_token"));
        assertThat(catchThrowable(user::listAccounts)).isInstanceOf(ReauthorizationRequiredException.class);
        assertThat(user.loadToken()).isEqualTo(scene.first);
        assertThat(scene.stored()).isEqualTo(scene.first);
    }
}
