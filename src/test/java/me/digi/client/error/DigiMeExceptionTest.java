package me.digi.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import me.digi.client.error.VerificationException.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigiMeExceptionTest {
    private final IOException cause = new IOException("broken");

    @Test
    void aRefusalSaysWhatTheServiceSaid() {
        assertThat(new ApiException("authorize", 400, ErrorCode.INVALID_REDIRECT_URI, "not registered", "ref-1", null))
                .hasMessage("authorize was refused with 400 InvalidRedirectUri: not registered (reference ref-1)");
        assertThat(new ApiException("accounts", 502, null, null, null, null))
                .hasMessage("accounts was refused with 502");
    }

    @Test
    void aRefusalKeepsItsMessageToOneLineOfBoundedLength() {
        ApiException refusal = new ApiException("accounts", 500, null, "a\r\n\u2028b" + "c".repeat(5000), null, null);
        assertThat(refusal.getMessage()).contains("a   bccc").endsWith("c…").hasSizeLessThan(400);
        assertThat(refusal.serverMessage()).hasSize(5005);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 521, 522, 524})
    void troubleThatMayPassIsRetryable(int status) {
        assertThat(refusal(status, null).isRetryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 406, 413, 501, 511})
    void aRefusalThatStandsIsNotRetryable(int status) {
        assertThat(refusal(status, null).isRetryable()).isFalse();
    }

    @Test
    void aServiceThatSaysWhenToComeBackMeansIt() {
        ApiException refusal = refusal(413, Duration.ofSeconds(5));
        assertThat(refusal.isRetryable()).isTrue();
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aNetworkFailureSaysWhetherTheRequestMayHaveArrived() {
        assertFailure(NetworkException.notSent("token", cause), false, "token could not be sent");
        assertFailure(NetworkException.noAnswer("token", cause), true, "token was sent, and got no answer");
        assertFailure(
                NetworkException.answerBrokeOff("token", cause), true, "token broke off in the middle of its answer");
        assertFailure(NetworkException.timedOut("token", false, cause), false, "token timed out before it was sent");
        assertFailure(NetworkException.timedOut("token", true, cause), true, "token timed out after it was sent");
        assertFailure(
                NetworkException.interrupted("token", true, cause), true, "token was interrupted after it was sent");
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aForgedTokenSaysWhichCheckItFailed(Check check) {
        VerificationException forged = new VerificationException("token", check, "why", cause);
        assertThat(forged).hasMessage("the token that token answered failed the check " + check + ": why");
        assertThat(forged.check()).isEqualTo(check);
        assertThat(forged.operation()).isEqualTo("token");
        assertThat(forged).hasCause(cause);
    }

    @Test
    void anUnexpectedAnswerSaysWhereAndWhat() {
        UnexpectedResponseException unexpected =
                new UnexpectedResponseException("authorize", 200, "$.session.expiry", "missing");
        assertThat(unexpected)
                .hasMessage("authorize answered 200 with something unexpected at $.session.expiry: missing");
        assertThat(unexpected.status()).isEqualTo(200);
        assertThat(unexpected.where()).isEqualTo("$.session.expiry");
        assertThat(unexpected.what()).isEqualTo("missing");
        assertThat(unexpected.operation()).isEqualTo("authorize");
    }

    @ParameterizedTest
    @EnumSource(CallbackException.Problem.class)
    void aBadCallbackSaysWhatIsWrong(CallbackException.Problem problem) {
        CallbackException bad = new CallbackException(problem);
        assertThat(bad.problem()).isEqualTo(problem);
        assertThat(bad).hasMessageStartingWith("invalid callback: ");
    }

    @Test
    void survivesSerialization() throws Exception {
        ApiException refusal = new ApiException(
                "authorize", 429, ErrorCode.TOO_MANY_REQUESTS, "slow down", "ref", Duration.ofSeconds(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refusal);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ApiException copy = (ApiException) in.readObject();
            assertThat(copy.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    private static ApiException refusal(int status, Duration retryAfter) {
        return new ApiException("accounts", status, null, null, null, retryAfter);
    }

    private void assertFailure(NetworkException failure, boolean mayHaveArrived, String message) {
        assertThat(failure.requestMayHaveArrived()).isEqualTo(mayHaveArrived);
        assertThat(failure).hasMessage(message).hasCause(cause);
        assertThat(failure.operation()).isEqualTo("token");
    }
}
