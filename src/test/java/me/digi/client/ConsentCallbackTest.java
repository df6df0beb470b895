package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefusalCode;
import me.digi.client.auth.Refused;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks of the consent page. */
class ConsentCallbackTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private PendingConsent started() {
        return PendingConsent.fromJson(local.link().toJson());
    }

    @Test
    void aUserWhoAllowsBringsACodeThatIsExchangedForAToken() {
        PendingConsent pending = started();
        Authorized consent = (Authorized) pending.read(local.sandbox.allow(pending.url()));
        assertThat(consent.accountReference()).isNotBlank();
        assertThat(consent.contractId()).isEqualTo(local.contract.contractId());
        UserAccessToken token = local.digiMe.exchangeCode(local.contract, consent);
        assertThat(local.sandbox.grant(token.userId(), local.contract).live().accessToken())
                .isEqualTo(token.accessToken().value());
    }

    @Test
    void theQueryIsEnough() {
        PendingConsent pending = started();
        String query = local.sandbox.allow(pending.url()).getRawQuery();
        assertThat(PendingConsent.fromJson(pending.toJson()).read(query)).isInstanceOf(Authorized.class);
        assertThat(pending.read("?" + query)).isInstanceOf(Authorized.class);
    }

    @Test
    void aUserWhoDeniesIsARefusal() {
        PendingConsent pending = started();
        assertThat(pending.read(local.sandbox.deny(pending.url())))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR", "INVALID_CODE", "ONBOARD_ERROR", "INITIALIZE_CHECK_FAIL", "SOME_NEW_ERROR"})
    void aPageThatFailsIsARefusalWithItsCode(String code) {
        PendingConsent pending = started();
        assertThat(pending.read(local.sandbox.fail(pending.url(), code)))
                .isEqualTo(new Refused(new RefusalCode(code), null));
    }

    @Test
    void aLinkThatWasUsedBeforeIsARefusal() {
        PendingConsent pending = started();
        local.sandbox.allow(pending.url());
        assertThat(pending.read(local.sandbox.allow(pending.url())))
                .isEqualTo(new Refused(RefusalCode.INVALID_CODE, null));
    }

    @Test
    void theCallbackOfAnotherBrowserIsNotAnAuthorization() {
        URI callback = local.sandbox.allow(started().url());
        PendingConsent ofThisBrowser = started();
        assertThatThrownBy(() -> ofThisBrowser.read(callback))
                .isInstanceOfSatisfying(
                        CallbackException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.STATE_WRONG));
    }
}
