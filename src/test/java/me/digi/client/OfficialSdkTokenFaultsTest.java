package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.ParallelCalls.onThreads;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Mistakes of the official SDKs about tokens. */
class OfficialSdkTokenFaultsTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;

    @Test
    void theListenerNeverGetsAnOldPairAfterANewOne() throws Exception {
        for (int day = 0; day < 5; day++) {
            local.expire();
            onThreads(
                    4,
                    () -> KnownUser.of(local.digiMe, local.contract, LocalUser.USER, local.first)
                            .listAccounts()
                            .size());
        }
        local.digiMe.close();
        List<UserAccessToken> told = local.tokenEvents.newPairs();
        assertThat(told).hasSize(6).doesNotHaveDuplicates();
        assertThat(told).extracting(pair -> pair.accessToken().expiresAt()).isSorted();
        assertThat(told.get(5)).matches(local::accepts);
    }

    @Test
    void theNewPairIsKeptWhenTheRepeatedCallFails() {
        local.sandbox.expireAccessTokens();
        local.sandbox.failNext(
                Operation.LIST_ACCOUNTS,
                CannedResponse.error(401, "InvalidToken", "The token (access_token) is invalid"));
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(500, "InternalServerError", "sorry"));
        assertThat(thrownBy(ApiException.class, user::listAccounts).status()).isEqualTo(500);
        assertThat(user.loadToken()).matches(local::accepts).isNotEqualTo(local.first);
        assertThat(local.stored()).isEqualTo(user.loadToken());
        local.digiMe.close();
        assertThat(local.tokenEvents.newPairs()).last().isEqualTo(user.loadToken());
    }

    @Test
    void everyCallRefreshesAndHandsTheNewPairOut() {
        local.sandbox.expireAccessTokens();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(local.stored()).isEqualTo(user.loadToken());
        local.expire();
        RefreshResult result = user.refresh();
        assertThat(result).isEqualTo(new Refreshed(user.loadToken()));
    }

    @Test
    void anExpiryThatIsKnownCostsNoRefusedRequest() {
        local.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.sandbox.requests().of(Operation.LIST_ACCOUNTS))
                .extracting(RecordedRequest::status)
                .containsExactly(200);
    }

    @Test
    void refreshingKeepsUserAndConsentOfTheOldPair() {
        local.expire();
        local.sandbox.failNext(
                Operation.REFRESH_TOKEN, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken())
                .matches(local::accepts)
                .returns(local.first.userId(), UserAccessToken::userId)
                .returns(local.first.consentId(), UserAccessToken::consentId);
    }
}
