package me.digi.client.auth;

import static me.digi.client.auth.Consents.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.read.Session;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning of callbacks of account pages. */
class AccountResultTest {
    private static final Session SESSION = Session.of("marked-session-key", Instant.ofEpochMilli(1_700_000_000_123L));

    private static AccountResult read(String page, String callback) {
        return Consents.of(page).readAccount(callback);
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(CallbackException.class, call).problem();
    }

    @Test
    void successNamesTheAccountAndHasTheSession() {
        assertThat(read("ONBOARD", "https://my.app/back?success=true&accountReference=ref-1&state=" + STATE))
                .isEqualTo(new Completed("ref-1", SESSION));
        assertThat(Consents.of("REAUTHORIZE_ACCOUNT")
                        .readAccount(URI.create("https://my.app/back?success=true&accountReference=")))
                .isEqualTo(new Completed(null, SESSION));
    }

    @Test
    void refusalSaysWhyIfTheServiceDidAndMayComeWithoutState() {
        assertThat(read("ONBOARD", "success=false&errorCode=USER_CANCEL"))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL, null));
        assertThat(read("REAUTHORIZE_ACCOUNT", "success=false")).isEqualTo(new Refused(null, null));
    }

    @Test
    void p3_anEmptyErrorCodeIsAnAbsentOne() {
        assertThat(read("REAUTHORIZE_ACCOUNT", "success=true&errorCode=")).isEqualTo(new Completed(null, SESSION));
        assertThat(read("REVOKE_ACCOUNT", "result=failed&error_message=")).isEqualTo(new Refused(null, null));
    }

    @Test
    void aRevocationHasAResultAndPerhapsAMessage() {
        assertThat(read("REVOKE_ACCOUNT", "?result=success")).isEqualTo(new Completed(null, null));
        assertThat(read("REVOKE_ACCOUNT", "?result=failed&error_message=not+now"))
                .isEqualTo(new Refused(null, "not now"));
    }

    @ParameterizedTest
    @CsvSource({
        "success=true, STATE_MISSING",
        "success=true&state=another, STATE_WRONG",
        "success=false&state=another, STATE_WRONG",
        "success=true&state=expected-state&state=another, STATE_REPEATED",
        "'', SUCCESS_MISSING",
        "success=yes&state=expected-state, SUCCESS_UNKNOWN",
        "success=true&success=false, SUCCESS_REPEATED",
        "success=true&state=expected-state&errorCode=USER_CANCEL, CONTRADICTION",
        "success=true&state=expected-state&accountReference=a&accountReference=b, PARAMETER_REPEATED",
        "success=true&accountReference=%FF, ENCODING",
    })
    void doubtfulCallbacksAreErrorsAndNeverSuccess(String callback, Problem problem) {
        assertThat(problemOf(() -> read("ONBOARD", callback))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "'', RESULT_MISSING",
        "success=true, RESULT_MISSING",
        "result=done, RESULT_UNKNOWN",
        "result=success&result=failed, RESULT_REPEATED",
        "result=failed&error_message=a&error_message=b, PARAMETER_REPEATED",
        "result=failed&error_message=%, ENCODING",
    })
    void doubtfulCallbacksAreNeverRevocations(String callback, Problem problem) {
        assertThat(problemOf(() -> read("REVOKE_ACCOUNT", callback))).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORIZE", "REAUTHORIZE"})
    void aConsentIsNotReadAsAnAccount(String page) {
        assertThat(problemOf(() -> read(page, "success=true&code=c&state=" + STATE)))
                .isEqualTo(Problem.OTHER_PAGE);
    }

    @Test
    void aSuccessIsReadOnce() {
        PendingConsent pending = Consents.of("ONBOARD");
        assertThat(pending.readAccount("success=true&state=" + STATE)).isInstanceOf(Completed.class);
        assertThat(problemOf(() -> pending.readAccount("success=true&state=" + STATE)))
                .isEqualTo(Problem.CONSENT_USED);
    }
}
