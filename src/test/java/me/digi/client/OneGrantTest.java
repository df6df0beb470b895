package me.digi.client;

import static me.digi.client.GrantScene.onThreads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.Callable;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.ContractKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant that changes what it is known by, and stays one. */
class OneGrantTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPairThatGainsItsUserIdAtARefreshIsOfTheSameGrant(boolean isConsentKnown) throws Exception {
        UserAccessToken nameless = nameless(isConsentKnown);
        DigiMe client = scene.another();
        DigiMeUser user = KnownUser.of(client, scene.contract, "nameless", nameless);
        scene.expire();
        assertThat(user.listAccounts()).isNotEmpty();
        UserAccessToken named = user.loadToken();
        assertThat(named.userId()).isEqualTo(scene.first.userId());
        assertThat(client.takeOver(scene.contract, "nameless", nameless)).isEqualTo(new TakeOver.Older());
        assertThat(client.takeOver(scene.contract, "nameless", named)).isEqualTo(new TakeOver.Same());
        scene.expire();
        assertThat(onThreads(List.<Callable<Integer>>of(
                        () -> client.user(scene.contract, "nameless")
                                .listAccounts()
                                .size(),
                        () -> user.listAccounts().size())))
                .doesNotContain(0);
        assertThat(scene.refreshes()).isEqualTo(2);
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(client.takeOver(scene.contract, "nameless", nameless)).isEqualTo(new TakeOver.Older());
        assertThat(client.takeOver(scene.contract, "nameless", named)).isEqualTo(new TakeOver.Older());
    }

    @Test
    void twoUsersWithoutIdsAreTwoGrants() {
        DigiMe client = scene.another();
        UserAccessToken other = scene.consent();
        DigiMeUser one = KnownUser.of(client, scene.contract, "one", nameless(false));
        DigiMeUser two = KnownUser.of(
                client,
                scene.contract,
                "two",
                UserAccessToken.builder()
                        .from(other)
                        .userId(null)
                        .consentId(null)
                        .build());
        scene.expire();
        assertThat(one.listAccounts()).isNotEmpty();
        assertThat(two.listAccounts()).isNotEmpty();
        assertThat(one.loadToken().userId()).isEqualTo(scene.first.userId());
        assertThat(two.loadToken().userId()).isEqualTo(other.userId());
    }

    @Test
    void aKeyThatTheContractHasChangedIsUsedForTheNextRefreshOfAKnownGrant() {
        ContractDetails withWrongKey = ContractDetails.builder()
                .contractId(scene.contract.contractId())
                .privateKey(scene.sandbox
                        .addContract("another contract", ContractKind.READ)
                        .privateKey())
                .build();
        DigiMe client = scene.another();
        DigiMeUser before = client.user(withWrongKey, GrantScene.USER);
        assertThat(before.loadToken()).isEqualTo(scene.first);
        scene.expire();
        assertThat(catchThrowable(before::refresh))
                .isInstanceOf(ApiException.class)
                .isNotInstanceOf(ReauthorizationRequiredException.class);
        assertThat(scene.live().refreshToken())
                .isEqualTo(scene.first.refreshToken().value());
        DigiMeUser after = client.user(scene.contract, GrantScene.USER);
        assertThat(after.listAccounts()).isNotEmpty();
        assertThat(before.refresh())
                .as("by those who still hold the user of before")
                .isInstanceOf(Refreshed.class);
        assertThat(scene.stored()).matches(scene::honours);
    }

    private UserAccessToken nameless(boolean isConsentKnown) {
        return UserAccessToken.builder()
                .from(scene.first)
                .userId(null)
                .consentId(isConsentKnown ? scene.first.consentId() : null)
                .build();
    }
}
