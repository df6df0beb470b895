package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationResult.Refused;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.RefusalCode;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callbacks bring, from link to token. */
class WayBackTest {
    private final LocalDigiMe local = new LocalDigiMe();

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void aUserWhoAllowsBringsACodeThatIsExchangedForAToken() {
        AuthorizationUrl link = local.link();
        URI callback = local.sandbox.allow(link.url());
        Authorized authorized = (Authorized) AuthorizationResult.fromCallback(callback, LocalDigiMe.STATE);
        assertThat(authorized.accountReference()).isNotBlank();
        UserAccessToken token = local.digiMe.exchangeCode(local.contract, authorized.code(), link.codeVerifier());
        assertThat(local.sandbox.grant(token.userId(), local.contract).live().accessToken())
                .isEqualTo(token.accessToken().value());
    }

    @Test
    void theQueryAloneWillDo() {
        String query = local.sandbox.allow(local.link().url()).getRawQuery();
        assertThat(AuthorizationResult.fromCallback(query, LocalDigiMe.STATE)).isInstanceOf(Authorized.class);
        assertThat(AuthorizationResult.fromCallback("?" + query, LocalDigiMe.STATE))
                .isInstanceOf(Authorized.class);
    }

    @Test
    void aStateOfAnyCharactersComesBackUnchanged() {
        String state = "a b+c&d=e%2F/ü\"☃";
        AuthorizationUrl link = local.digiMe
                .authorize(local.contract)
                .callback(LocalDigiMe.CALLBACK)
                .state(state)
                .url();
        assertThat(AuthorizationResult.fromCallback(local.sandbox.allow(link.url()), state))
                .isInstanceOf(Authorized.class);
    }

    @Test
    void aUserWhoDeniesIsARefusal() {
        URI callback = local.sandbox.deny(local.link().url());
        assertThat(AuthorizationResult.fromCallback(callback, LocalDigiMe.STATE))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR", "INVALID_CODE", "ONBOARD_ERROR", "INITIALIZE_CHECK_FAIL", "SOME_NEW_ERROR"})
    void aPageThatFailsIsARefusalWithItsCode(String code) {
        URI callback = local.sandbox.fail(local.link().url(), code);
        assertThat(AuthorizationResult.fromCallback(callback, LocalDigiMe.STATE))
                .isEqualTo(new Refused(new RefusalCode(code)));
    }

    @Test
    void aLinkThatWasUsedBeforeIsARefusal() {
        AuthorizationUrl link = local.link();
        local.sandbox.allow(link.url());
        assertThat(AuthorizationResult.fromCallback(local.sandbox.allow(link.url()), LocalDigiMe.STATE))
                .isEqualTo(new Refused(RefusalCode.INVALID_CODE));
    }

    @Test
    void theCallbackOfAnotherBrowserIsNoAuthorization() {
        URI callback = local.sandbox.allow(local.link().url());
        assertThatThrownBy(() -> AuthorizationResult.fromCallback(callback, "state-of-another-browser"))
                .isInstanceOfSatisfying(
                        CallbackException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.STATE_WRONG));
    }
}
