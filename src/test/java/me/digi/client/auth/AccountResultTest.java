package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountResultTest {
    private static final String STATE = "state-of-this-browser";

    @Test
    void successNamesTheAccountAndNeedsNoCode() {
        assertThat(AccountResult.fromCallback("https://my.app/back?success=true&accountReference=ref-1"))
                .isEqualTo(new AccountResult.Done("ref-1"));
        assertThat(AccountResult.fromCallback(URI.create("https://my.app/back?success=true&accountReference=")))
                .isEqualTo(new AccountResult.Done(null));
        assertThat(AccountResult.fromCallback("success=true&state=" + STATE, STATE))
                .isEqualTo(new AccountResult.Done(null));
    }

    @Test
    void refusalSaysWhyIfTheServiceDidAndMayComeWithoutState() {
        assertThat(AccountResult.fromCallback(
                        URI.create("https://my.app/back?success=false&errorCode=USER_CANCEL"), STATE))
                .isEqualTo(new AccountResult.Refused(RefusalCode.USER_CANCEL));
        assertThat(AccountResult.fromCallback("success=false")).isEqualTo(new AccountResult.Refused(null));
    }

    @ParameterizedTest
    @CsvSource({
        "success=true, STATE_MISSING",
        "success=true&state=another, STATE_WRONG",
        "success=false&state=another, STATE_WRONG",
        "success=true&state=state-of-this-browser&state=another, STATE_REPEATED",
    })
    void stateThatIsExpectedIsAskedFor(String callback, Problem problem) {
        assertThat(problemOf(() -> AccountResult.fromCallback(callback, STATE))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "'', SUCCESS_MISSING",
        "success=yes, SUCCESS_UNKNOWN",
        "success=true&success=false, SUCCESS_REPEATED",
        "success=true&errorCode=USER_CANCEL, CONTRADICTION",
        "success=true&accountReference=a&accountReference=b, PARAMETER_REPEATED",
        "success=true&accountReference=%FF, ENCODING",
    })
    void whatIsInDoubtIsAnErrorAndNeverSuccess(String callback, Problem problem) {
        assertThat(problemOf(() -> AccountResult.fromCallback(callback))).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blankExpectedStateIsRefused(String state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountResult.fromCallback("success=true", state))
                .withMessageContaining("expectedState");
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(CallbackException.class, call).problem();
    }
}
