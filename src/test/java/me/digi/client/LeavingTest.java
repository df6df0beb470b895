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
class LeavingTest {
    @AutoClose
    private final CallScene scene = CallScene.withoutRetries();

    @Test
    void aDeletedAccountIsGoneAndTheOthersAreNot() {
        int before = scene.user.listAccounts().size();
        scene.user.deleteAccount(scene.accountId);
        assertThat(scene.local.last(Operation.DELETE_ACCOUNT).header("accountId"))
                .isEqualTo(scene.accountId);
        assertThat(scene.user.listAccounts())
                .hasSize(before - 1)
                .extracting(Account::id)
                .doesNotContain(scene.accountId);
    }

    @Test
    void anAccountThatIsNotThereIsAnError() {
        ApiException failure = thrownBy(ApiException.class, () -> scene.user.deleteAccount("nobodys"));
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.operation()).isEqualTo("deleteAccount");
        assertThat(failure.reference()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a ", "a\r\nInjected: yes", "é"})
    void whatCannotBeAnAccountIdIsNotSent(String accountId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.user.deleteAccount(accountId))
                .withMessageStartingWith("accountId must");
        assertThat(scene.local.asked()).isEmpty();
    }

    @Test
    void aDeletedUserIsGoneFromTheStoreAndSaysSoAtEveryCall() {
        DigiMeUser same = scene.digiMe.user(scene.contract, scene.token.userId());
        scene.user.delete();
        scene.local.forget();
        for (DigiMeUser user : new DigiMeUser[] {scene.user, same}) {
            assertThat(thrownBy(GrantNotFoundException.class, user::listAccounts))
                    .isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::startSession))
                    .isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::loadToken)).isNotNull();
            assertThat(thrownBy(GrantNotFoundException.class, user::delete)).isNotNull();
        }
        assertThat(scene.local.asked()).isEmpty();
    }
}
