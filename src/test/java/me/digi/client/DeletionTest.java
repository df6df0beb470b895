package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import me.digi.client.error.ApiException;
import me.digi.client.read.Account;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.GrantNotFoundException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting accounts, and users. */
class DeletionTest {
    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    @Test
    void aDeletedAccountIsGoneAndTheOthersAreNot() {
        int before = setup.user.listAccounts().size();
        setup.user.deleteAccount(setup.accountId);
        assertThat(setup.last(Operation.DELETE_ACCOUNT).header("accountId")).isEqualTo(setup.accountId);
        assertThat(setup.user.listAccounts())
                .hasSize(before - 1)
                .extracting(Account::id)
                .doesNotContain(setup.accountId);
    }

    @Test
    void deletingRefreshesAnExpiredTokenLikeAnyOtherCall() {
        setup.sandbox.expireAccessTokens();
        setup.user.deleteAccount(setup.accountId);
        assertThat(setup.refreshes()).isOne();
    }

    @Test
    void anUnknownAccountIsAnError() {
        ApiException failure = thrownBy(ApiException.class, () -> setup.user.deleteAccount("nobodys"));
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.operation()).isEqualTo("deleteAccount");
        assertThat(failure.reference()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a ", "a\r\nInjected: yes", "é"})
    void invalidAccountIdsAreNotSent(String accountId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setup.user.deleteAccount(accountId))
                .withMessageStartingWith("accountId must");
        assertThat(setup.asked()).isEmpty();
    }

    @Test
    void everyCallOfADeletedUserFailsAsNotFound() {
        DigiMeUser same = setup.digiMe.user(setup.contract, setup.token.userId());
        setup.user.delete();
        setup.forget();
        for (DigiMeUser user : new DigiMeUser[] {setup.user, same}) {
            assertThat(thrownBy(GrantNotFoundException.class, user::listAccounts))
                    .isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::startSession))
                    .isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::loadToken)).isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::delete)).isNotNull();
        }
        assertThat(setup.asked()).isEmpty();
    }
}
