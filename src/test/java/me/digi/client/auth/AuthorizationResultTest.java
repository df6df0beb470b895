package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationResult.Refused;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationResultTest {
    private static final String STATE = "expected-state";
    private static final String GOOD = "success=true&state=expected-state&code=the-code&accountReference=ref-1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "?" + GOOD,
                "https://my.app/back?" + GOOD,
                "https://my.app/back?" + GOOD + "#fragment?code=other",
                "my.app:back?" + GOOD,
                "/back?" + GOOD,
                "&&" + GOOD + "&",
                "unknown=1&unknown=2&flag&" + GOOD,
                "%73uccess=true&st%61te=expected%2Dstate&code=the%2dcode&accountReference=ref-1",
            })
    void readsAWholeUriOrItsQuery(String uriOrQuery) {
        assertThat(AuthorizationResult.fromCallback(uriOrQuery, STATE)).isEqualTo(new Authorized("the-code", "ref-1"));
    }

    @Test
    void readsAUri() {
        assertThat(AuthorizationResult.fromCallback(URI.create("https://my.app/back?" + GOOD), STATE))
                .isEqualTo(new Authorized("the-code", "ref-1"));
    }

    @Test
    void theAccountReferenceMayBeAbsentOrEmpty() {
        Authorized authorized = new Authorized("c", null);
        assertThat(read("success=true&state=expected-state&code=c")).isEqualTo(authorized);
        assertThat(read("success=true&state=expected-state&code=c&accountReference="))
                .isEqualTo(authorized);
    }

    @Test
    void decodesFormEncoding() {
        assertThat(AuthorizationResult.fromCallback("success=true&state=a+b%2B%C3%A9%3D&code=%26?=+", "a b+é="))
                .isEqualTo(new Authorized("&?= ", null));
    }

    @Test
    void aQuestionMarkInABareQueryIsPartOfAValue() {
        assertThat(AuthorizationResult.fromCallback("state=s?t&success=true&code=c", "s?t"))
                .isEqualTo(new Authorized("c", null));
    }

    @Test
    void aRefusalSaysWhy() {
        assertThat(read("success=false&state=expected-state&errorCode=USER_CANCEL"))
                .isEqualTo(new Refused(RefusalCode.USER_CANCEL));
        assertThat(read("success=false&state=expected-state&errorCode=BRAND_NEW"))
                .isEqualTo(new Refused(new RefusalCode("BRAND_NEW")));
    }

    @Test
    void aRefusalMayComeWithoutStateOrCode() {
        assertThat(read("success=false&errorCode=SERVER_ERROR")).isEqualTo(new Refused(RefusalCode.SERVER_ERROR));
        assertThat(read("success=false")).isEqualTo(new Refused(null));
        assertThat(read("success=false&errorCode=")).isEqualTo(new Refused(null));
    }

    @ParameterizedTest
    @CsvSource({
        "success=true&code=c,                                              STATE_MISSING",
        "success=true&state=&code=c,                                       STATE_WRONG",
        "success=true&state=expected-statE&code=c,                         STATE_WRONG",
        "success=true&state=expected-state-and-more&code=c,                STATE_WRONG",
        "success=true&state=expected-stat&code=c,                          STATE_WRONG",
        "success=true&state=expected-state%00&code=c,                      STATE_WRONG",
        "success=true&State=expected-state&code=c,                         STATE_MISSING",
        "success=true&state=expected-state&state=expected-state&code=c,    STATE_REPEATED",
        "success=true&state=expected-state&state=other&code=c,             STATE_REPEATED",
        "success=true&state=expected-state&st%61te=other&code=c,           STATE_REPEATED",
        "success=true&state=expected-state&state&code=c,                   STATE_REPEATED",
        "success=true&state=expected-state,                                CODE_MISSING",
        "success=true&state=expected-state&code,                           CODE_EMPTY",
        "success=true&state=expected-state&code=,                          CODE_EMPTY",
        "success=true&state=expected-state&code=+,                         CODE_EMPTY",
        "success=true&state=expected-state&code=c&code=c,                  CODE_REPEATED",
        "success=true&state=expected-state&code=c&code=,                   CODE_REPEATED",
        "state=expected-state&code=c,                                      SUCCESS_MISSING",
        "success=&state=expected-state&code=c,                             SUCCESS_UNKNOWN",
        "success=TRUE&state=expected-state&code=c,                         SUCCESS_UNKNOWN",
        "success=1&state=expected-state&code=c,                            SUCCESS_UNKNOWN",
        "success=true&success=true&state=expected-state&code=c,            SUCCESS_REPEATED",
        "success=false&success=true&state=expected-state&code=c,           SUCCESS_REPEATED",
        "success=true&state=expected-state&code=c&errorCode=USER_CANCEL,   CONTRADICTION",
        "success=true&state=expected-state&code=c&errorCode=,              CONTRADICTION",
        "success=false&state=expected-state&code=c,                        CONTRADICTION",
        "success=true&state=expected-state&code=c&accountReference=1&accountReference=2, PARAMETER_REPEATED",
        "success=false&errorCode=USER_CANCEL&errorCode=SERVER_ERROR,       PARAMETER_REPEATED",
        "success=false&state=other&errorCode=USER_CANCEL,                  STATE_WRONG",
        "success=false&state=&errorCode=USER_CANCEL,                       STATE_WRONG",
        "success=false&state=expected-state&state=other,                   STATE_REPEATED",
        "success=true&state=expected-state&code=%,                         ENCODING",
        "success=true&state=expected-state&code=%4,                        ENCODING",
        "success=true&state=expected-state&code=%zz,                       ENCODING",
        "success=true&state=expected-state&code=%FF,                       ENCODING",
        "success=true&state=expected-state&code=%C0%AF,                    ENCODING",
        "success=true&state=expected-state&code=c&other=%E9,               ENCODING",
        "https://my.app/back,                                              SUCCESS_MISSING",
        "https://my.app/back#success=true&state=expected-state&code=c,     SUCCESS_MISSING",
        "https://my.app/success=true&state=expected-state&code=c,          SUCCESS_MISSING",
        "?,                                                                SUCCESS_MISSING",
        "'',                                                               SUCCESS_MISSING",
    })
    void whateverIsInDoubtIsAnErrorAndNeverAnAuthorization(String callback, Problem problem) {
        assertThatThrownBy(() -> read(callback))
                .isInstanceOfSatisfying(
                        CallbackException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void errorsDoNotShowWhatWasReceivedOrExpected() {
        for (String callback : new String[] {
            "success=true&state=marked-state&code=marked-code",
            "success=true&state=marked-expected&code=marked-code&code=marked-code2",
            "success=marked-success&state=marked-expected",
            "success=true&state=marked-expected&code=marked-code%",
            "success=true&state=marked-expected&code=marked-code%FF",
        }) {
            assertThatThrownBy(() -> AuthorizationResult.fromCallback(callback, "marked-expected"))
                    .isInstanceOf(CallbackException.class)
                    .satisfies(e -> {
                        StringWriter everything = new StringWriter();
                        e.printStackTrace(new PrintWriter(everything));
                        assertThat(everything.toString()).doesNotContain("marked-");
                    });
        }
    }

    @Test
    void aBlankExpectedStateIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> AuthorizationResult.fromCallback("success=true&state=&code=c", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expectedState must not be blank");
        assertThatThrownBy(() -> AuthorizationResult.fromCallback(GOOD, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anAuthorizationDoesNotPrintItsCode() {
        assertThat(read(GOOD)).hasToString("Authorized[code=***, accountReference=ref-1]");
    }

    private static AuthorizationResult read(String callback) {
        return AuthorizationResult.fromCallback(callback, STATE);
    }
}
