package me.digi.client;

import static me.digi.client.ParallelCalls.onThreads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.Callable;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One grant whose user id, pair or contract key changes. */
class OneGrantTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPairThatGainsItsUserIdAtARefreshIsOfTheSameGrant(boolean isConsentKnown) throws Exception {
        UserAccessToken nameless = nameless(isConsentKnown);
        DigiMe client = local.client();
        DigiMeUser user = KnownUser.of(client, local.contract, "nameless", nameless);
        local.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        UserAccessToken named = user.loadToken();
        assertThat(named.userId()).isEqualTo(local.first.userId());
        assertThat(client.takeOver(local.contract, "nameless", nameless)).isEqualTo(new TakeOver.Older());
        assertThat(client.takeOver(local.contract, "nameless", named)).isEqualTo(new TakeOver.Same());
        local.expire();
        assertThat(onThreads(List.<Callable<Integer>>of(
                        () -> client.user(local.contract, "nameless")
                                .listAccounts()
                                .size(),
                        () -> user.listAccounts().size())))
                .doesNotContain(0);
        assertThat(local.refreshes()).isEqualTo(2);
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(client.takeOver(local.contract, "nameless", nameless)).isEqualTo(new TakeOver.Older());
        assertThat(client.takeOver(local.contract, "nameless", named)).isEqualTo(new TakeOver.Older());
    }

    @Test
    void twoUsersWithoutIdsAreTwoGrants() {
        DigiMe client = local.client();
        UserAccessToken other = local.token();
        DigiMeUser one = KnownUser.of(client, local.contract, "one", nameless(false));
        DigiMeUser two = KnownUser.of(
                client,
                local.contract,
                "two",
                UserAccessToken.builder()
                        .from(other)
                        .userId(null)
                        .consentId(null)
                        .build());
        local.expire();
        assertThat(one.listAccounts()).isNotEmpty();
        assertThat(two.listAccounts()).isNotEmpty();
        assertThat(one.loadToken().userId()).isEqualTo(local.first.userId());
        assertThat(two.loadToken().userId()).isEqualTo(other.userId());
    }

    @Test
    void aKeyThatTheContractHasChangedIsUsedForTheNextRefreshOfAKnownGrant() {
        ContractDetails withWrongKey = ContractDetails.builder()
                .contractId(local.contract.contractId())
                .privateKey(local.sandbox
                        .addContract("another contract", ContractKind.READ)
                        .privateKey())
                .build();
        DigiMe client = local.client();
        DigiMeUser before = client.user(withWrongKey, LocalUser.USER);
        assertThat(before.loadToken()).isEqualTo(local.first);
        local.expire();
        assertThat(catchThrowable(before::refresh))
                .isInstanceOf(ApiException.class)
                .isNotInstanceOf(ReauthorizationRequiredException.class);
        assertThat(local.live().refreshToken())
                .isEqualTo(local.first.refreshToken().value());
        DigiMeUser after = client.user(local.contract, LocalUser.USER);
        assertThat(after.listAccounts()).isNotEmpty();
        assertThat(before.refresh())
                .as("by those who still hold the user of before")
                .isInstanceOf(Refreshed.class);
        assertThat(local.stored()).matches(local::accepts);
    }

    private UserAccessToken nameless(boolean isConsentKnown) {
        return UserAccessToken.builder()
                .from(local.first)
                .userId(null)
                .consentId(isConsentKnown ? local.first.consentId() : null)
                .build();
    }
}
