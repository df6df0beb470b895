package me.digi.client.auth;

import static me.digi.client.auth.Consents.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
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

/** The meaning of callbacks of consent pages. */
class PendingConsentTest {
    private static final String GOOD = "success=true&state=expected-state&code=the-code&accountReference=ref-1";
    private static final Session SESSION = Session.of("marked-session-key", Instant.ofEpochMilli(1_700_000_000_123L));

    private static Authorized authorized(String code, String accountReference) {
        return new Authorized(
                "the-contract", new AuthorizationCode(code, Consents.VERIFIER), accountReference, SESSION);
    }

    private static ConsentResult read(String callback) {
        return Consents.of("AUTHORIZE").read(callback);
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(CallbackException.class, call).problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "?" + GOOD,
                "https://my.app/back?" + GOOD,
                "https://my.app/back?" + GOOD + "#fragment?code=other",
                "my.app:back?" + GOOD,
                "a:b=c&" + GOOD,
                "/back?" + GOOD,
                "&&" + GOOD + "&",
                "unknown=1&unknown=2&flag&" + GOOD,
                "%73uccess=true&st%61te=expected%2Dstate&code=the%2dcode&accountReference=ref-1",
            })
    void readsAWholeUriOrItsQuery(String uriOrQuery) {
        assertThat(read(uriOrQuery)).isEqualTo(authorized("the-code", "ref-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORIZE", "REAUTHORIZE"})
    void carriesContractVerifierAndSessionFromTheRequestToTheResult(String page) {
        assertThat(Consents.of(page).read(URI.create("https://my.app/back?" + GOOD)))
                .isEqualTo(authorized("the-code", "ref-1"));
    }

    @Test
    void decodesFormEncoding() {
        assertThat(Consents.of("AUTHORIZE", "a b+é=").read("success=true&state=a+b%2B%C3%A9%3D&code=%26?=+"))
                .isEqualTo(authorized("&?= ", null));
    }

    @Test
    void aQuestionMarkInABareQueryIsPartOfAValue() {
        assertThat(Consents.of("AUTHORIZE", "s?t").read("state=s?t&success=true&code=c"))
                .isEqualTo(authorized("c", null));
    }

    @Test
    void aRefusalSaysWhy() {
        assertThat(read("success=false&state=expected-state&errorCode=USER_CANCEL"))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL, null));
        assertThat(read("success=false&state=expected-state&errorCode=BRAND_NEW"))
                .isEqualTo(new Refused(new RefusalCode("BRAND_NEW"), null));
    }

    @Test
    void aRefusalMayComeWithoutStateOrCode() {
        assertThat(read("success=false&errorCode=SERVER_ERROR")).isEqualTo(new Refused(RefusalCode.SERVER_ERROR, null));
        assertThat(read("success=false")).isEqualTo(new Refused(null, null));
    }

    @Test
    void p3_anEmptyParameterIsAnAbsentOne() {
        assertThat(read("success=false&state=expected-state&code=&errorCode=USER_CANCEL"))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL, null));
        assertThat(read("success=true&state=expected-state&code=abc&errorCode=&accountReference="))
                .isEqualTo(authorized("abc", null));
        assertThat(read("success=true&state=expected-state&code=&code=abc&errorCode"))
                .isEqualTo(authorized("abc", null));
        assertThat(read("success=false&state=&errorCode=")).isEqualTo(new Refused(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"discount=50%", "discount=50%25%", "note=%E9", "%zz=1", "%FF=1", "a=%u0041"})
    void p4_parametersThatAreNotDigiMesAreNotDecoded(String unrelated) {
        assertThat(read(unrelated + "&" + GOOD)).isEqualTo(authorized("the-code", "ref-1"));
        assertThat(read("https://my.app/back?" + unrelated + "&" + GOOD)).isEqualTo(authorized("the-code", "ref-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "success=true&code=c,                                              STATE_MISSING",
        "success=true&state=&code=c,                                       STATE_MISSING",
        "success=true&state=expected-statE&code=c,                         STATE_WRONG",
        "success=true&state=expected-state-and-more&code=c,                STATE_WRONG",
        "success=true&state=expected-stat&code=c,                          STATE_WRONG",
        "success=true&state=expected-state%00&code=c,                      STATE_WRONG",
        "success=true&State=expected-state&code=c,                         STATE_MISSING",
        "success=true&state=expected-state&state=expected-state&code=c,    STATE_REPEATED",
        "success=true&state=expected-state&state=other&code=c,             STATE_REPEATED",
        "success=true&state=expected-state&st%61te=other&code=c,           STATE_REPEATED",
        "success=true&state=expected-state,                                CODE_MISSING",
        "success=true&state=expected-state&code,                           CODE_MISSING",
        "success=true&state=expected-state&code=,                          CODE_MISSING",
        "success=true&state=expected-state&code=+,                         CODE_MISSING",
        "success=true&state=expected-state&code=c&code=c,                  CODE_REPEATED",
        "success=true&state=expected-state&code=c&c%6Fde=d,                CODE_REPEATED",
        "state=expected-state&code=c,                                      SUCCESS_MISSING",
        "success=&state=expected-state&code=c,                             SUCCESS_MISSING",
        "success=TRUE&state=expected-state&code=c,                         SUCCESS_UNKNOWN",
        "success=1&state=expected-state&code=c,                            SUCCESS_UNKNOWN",
        "success=true&success=true&state=expected-state&code=c,            SUCCESS_REPEATED",
        "success=false&success=true&state=expected-state&code=c,           SUCCESS_REPEATED",
        "success=true&state=expected-state&code=c&errorCode=USER_CANCEL,   CONTRADICTION",
        "success=false&state=expected-state&code=c,                        CONTRADICTION",
        "success=true&state=expected-state&code=c&accountReference=1&accountReference=2, PARAMETER_REPEATED",
        "success=false&errorCode=USER_CANCEL&errorCode=SERVER_ERROR,       PARAMETER_REPEATED",
        "success=false&state=other&errorCode=USER_CANCEL,                  STATE_WRONG",
        "success=false&state=expected-state&state=other,                   STATE_REPEATED",
        "success=true&state=expected-state&code=%,                         ENCODING",
        "success=true&state=expected-state&code=%4,                        ENCODING",
        "success=true&state=expected-state&code=%zz,                       ENCODING",
        "success=true&state=expected-state&code=%FF,                       ENCODING",
        "success=true&state=expected-state&code=%C0%AF,                    ENCODING",
        "https://my.app/back,                                              SUCCESS_MISSING",
        "https://my.app/back#success=true&state=expected-state&code=c,     SUCCESS_MISSING",
        "https://my.app/success=true&state=expected-state&code=c,          SUCCESS_MISSING",
        "?,                                                                SUCCESS_MISSING",
        "'',                                                               SUCCESS_MISSING",
    })
    void doubtfulCallbacksAreErrorsAndNeverAuthorizations(String callback, Problem problem) {
        assertThat(problemOf(() -> read(callback))).isEqualTo(problem);
    }

    @Test
    void p1_aCallbackWithoutAQueryIsAnError() {
        assertThat(problemOf(() -> read(null))).isEqualTo(Problem.SUCCESS_MISSING);
        assertThat(problemOf(() -> Consents.of("AUTHORIZE").read((URI) null))).isEqualTo(Problem.SUCCESS_MISSING);
        assertThat(problemOf(() -> Consents.of("ONBOARD").readAccount((String) null)))
                .isEqualTo(Problem.SUCCESS_MISSING);
        assertThat(problemOf(() -> Consents.of("REVOKE_ACCOUNT").readAccount((URI) null)))
                .isEqualTo(Problem.RESULT_MISSING);
    }

    @Test
    void aSuccessIsReadOnceAndOtherResponsesDoNotCount() {
        PendingConsent pending = Consents.of("AUTHORIZE");
        assertThat(problemOf(() -> pending.read("success=true&state=forged&code=c")))
                .isEqualTo(Problem.STATE_WRONG);
        assertThat(pending.read("success=false")).isInstanceOf(Refused.class);
        assertThat(pending.read(GOOD)).isInstanceOf(Authorized.class);
        assertThat(problemOf(() -> pending.read(GOOD))).isEqualTo(Problem.CONSENT_USED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONBOARD", "REAUTHORIZE_ACCOUNT", "REVOKE_ACCOUNT"})
    void thePageOfAnAccountIsNotAnAuthorization(String page) {
        assertThat(problemOf(() -> Consents.of(page).read(GOOD))).isEqualTo(Problem.OTHER_PAGE);
    }

    @Test
    void errorsShowNothingThatWasReceivedOrExpected() {
        for (String callback : new String[] {
            "success=true&state=marked-state&code=marked-code",
            "success=true&state=" + STATE + "&code=marked-code&code=marked-code2",
            "success=marked-success&state=" + STATE,
            "success=true&state=" + STATE + "&code=marked-code%",
            "success=true&state=" + STATE + "&code=marked-code%FF",
        }) {
            CallbackException error = catchThrowableOfType(CallbackException.class, () -> read(callback));
            StringWriter everything = new StringWriter();
            error.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString())
                    .startsWith("me.digi.client.error.CallbackException: invalid callback: ")
                    .doesNotContain("marked-", STATE);
        }
    }

    @Test
    void h4_aCallbackThatNoBrowserSendsIsRefusedByItsLength() {
        assertThat(problemOf(() -> read(GOOD + "&x=" + "y".repeat(70_000)))).isEqualTo(Problem.TOO_LONG);
    }

    @Test
    void h5_noParameterHasControlCharacters() {
        assertThat(problemOf(() -> read(GOOD + "%0A"))).isEqualTo(Problem.ENCODING);
        assertThat(problemOf(() -> read("success=false&errorCode=A%00B"))).isEqualTo(Problem.ENCODING);
        assertThat(problemOf(() -> Consents.of("REAUTHORIZE_ACCOUNT")
                        .readAccount("success=true&accountReference=a%0D%0AWARN+forged")))
                .isEqualTo(Problem.ENCODING);
    }

    @Test
    void h5_theMessageOfARevocationIsOnOneLine() {
        assertThat(Consents.of("REVOKE_ACCOUNT").readAccount("result=failed&error_message=no%0AWARN+forged%E2%80%AE"))
                .isEqualTo(new Refused(null, "no WARN forged "));
    }
}
