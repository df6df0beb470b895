package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.store.StoredUser;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An application with one contract names it only once. */
class DefaultContractTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @AutoClose
    private final DigiMe digiMe = local.builder().contract(local.contract).build();

    private Authorized consent() {
        PendingConsent pending =
                digiMe.authorize().redirectUri(LocalDigiMe.REDIRECT_URI).start();
        return local.allow(pending);
    }

    @Test
    void aUserSignsInAndIsFoundWithoutNamingTheContract() {
        assertThat(digiMe.findUser("user-42")).isNull();
        DigiMeUser user = digiMe.signIn("user-42", consent()).user();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(digiMe.user("user-42").listAccounts()).isNotEmpty();
        assertThat(digiMe.findUser("user-42")).isNotNull();
        assertThat(digiMe.listUsers().map(StoredUser::userKey)).containsExactly("user-42");
        assertThat(digiMe.keepAlive().refreshDue().end()).isEqualTo(KeepAliveSummary.End.DONE);
        assertThat(digiMe.takeOver("user-42", user.loadToken())).isEqualTo(new TakeOver.Same());
        assertThat(digiMe.takeOver("user-43", user.loadToken(), TakeOver.Mode.REPLACE))
                .isEqualTo(new TakeOver.Taken(null));
    }

    @Test
    void tokensAreKeptByHandWithoutNamingTheContract() {
        UserAccessToken token = digiMe.exchangeCode(consent());
        AuthorizationCode code = consent().code();
        assertThat(digiMe.exchangeCode(code.value(), code.codeVerifier())).isNotNull();
        assertThat(digiMe.refreshToken(token)).isInstanceOf(Refreshed.class);
        assertThat(digiMe.reauthorize(token)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start())
                .isNotNull();
    }

    @Test
    void callsWithoutAUserDoNotNeedTheContractEither() {
        assertThat(digiMe.describeContract().id()).isEqualTo(local.contract.contractId());
        assertThat(digiMe.discovery().listCountries()).isNotEmpty();
        assertThat(digiMe.storages().create().id()).isNotBlank();
    }

    @Test
    void anotherContractIsStillNamed() {
        ContractDetails push = local.sandbox.addContract("push", ContractKind.PUSH);
        assertThat(digiMe.describeContract(push).id()).isEqualTo("push");
    }

    @Test
    void withoutADefaultContractEachCallSaysWhatToDo() {
        UserAccessToken token = local.token();
        Authorized consent = consent();
        DigiMe none = local.digiMe;
        List<ThrowingCallable> calls = List.of(
                none::authorize,
                () -> none.reauthorize(token),
                () -> none.exchangeCode(consent),
                () -> none.exchangeCode("code", "verifier"),
                () -> none.refreshToken(token),
                () -> none.signIn("user-42", consent),
                () -> none.takeOver("user-42", token),
                () -> none.takeOver("user-42", token, TakeOver.Mode.REPLACE),
                () -> none.user("user-42"),
                () -> none.findUser("user-42"),
                none::listUsers,
                none::keepAlive,
                none::discovery,
                none::describeContract,
                none::storages);
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException()
                    .isThrownBy(call)
                    .withMessage(
                            "no default contract is set: pass the contract, or set DigiMe.builder().contract(...)");
        }
    }
}
