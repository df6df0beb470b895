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
    void anErrorHasTheDetailsOfTheService() {
        assertThat(new ApiException("authorize", 400, ErrorCode.INVALID_REDIRECT_URI, "not registered", "ref-1", null))
                .hasMessage("authorize failed: HTTP 400 InvalidRedirectUri: not registered (reference ref-1)");
        assertThat(new ApiException("listAccounts", 502, null, null, null, null))
                .hasMessage("listAccounts failed: HTTP 502");
    }

    @Test
    void anErrorKeepsItsMessageToOneLineOfBoundedLength() {
        ApiException apiError =
                new ApiException("listAccounts", 500, null, "a\r\n\u2028b" + "c".repeat(5000), null, null);
        assertThat(apiError.getMessage()).contains("a   bccc").endsWith("c…").hasSizeLessThan(400);
        assertThat(apiError.serverMessage()).hasSize(5005);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 521, 522, 524})
    void aTemporaryErrorIsRetryable(int status) {
        assertThat(apiError(status, null).isRetryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 406, 413, 501, 511})
    void aPermanentErrorIsNotRetryable(int status) {
        assertThat(apiError(status, null).isRetryable()).isFalse();
    }

    @Test
    void retryAfterIsRespected() {
        ApiException apiError = apiError(413, Duration.ofSeconds(5));
        assertThat(apiError.isRetryable()).isTrue();
        assertThat(apiError.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aNetworkFailureSaysWhetherTheRequestMayHaveArrived() {
        assertFailure(NetworkException.notSent("refreshToken", cause), false, "refreshToken could not be sent");
        assertFailure(
                NetworkException.noResponse("refreshToken", cause),
                true,
                "no response to refreshToken (the request was sent)");
        assertFailure(
                NetworkException.responseBrokeOff("refreshToken", cause),
                true,
                "the response to refreshToken broke off");
        assertFailure(
                NetworkException.timedOut("refreshToken", false, cause),
                false,
                "refreshToken timed out before it was sent");
        assertFailure(
                NetworkException.timedOut("refreshToken", true, cause),
                true,
                "refreshToken timed out after it was sent");
        assertFailure(
                NetworkException.interrupted("refreshToken", true, cause),
                true,
                "refreshToken was interrupted after it was sent");
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void aForgedTokenSaysWhichCheckItFailed(Check check) {
        VerificationException forged = new VerificationException("refreshToken", check, "why");
        assertThat(forged)
                .hasMessage(
                        "the signed token in the response to refreshToken failed verification (" + check + "): why");
        assertThat(forged.check()).isEqualTo(check);
        assertThat(forged.operation()).isEqualTo("refreshToken");
    }

    @Test
    void anUnexpectedResponseSaysWhereAndWhat() {
        UnexpectedResponseException unexpected =
                new UnexpectedResponseException("authorize", 200, "$.session.expiry", "missing");
        assertThat(unexpected).hasMessage("unexpected response to authorize (HTTP 200): $.session.expiry: missing");
        assertThat(unexpected.status()).isEqualTo(200);
        assertThat(unexpected.where()).isEqualTo("$.session.expiry");
        assertThat(unexpected.what()).isEqualTo("missing");
        assertThat(unexpected.operation()).isEqualTo("authorize");
    }

    @ParameterizedTest
    @EnumSource(CallbackException.Problem.class)
    void anInvalidCallbackSaysWhatIsWrong(CallbackException.Problem problem) {
        CallbackException bad = new CallbackException(problem);
        assertThat(bad.problem()).isEqualTo(problem);
        assertThat(bad).hasMessageStartingWith("invalid callback: ");
    }

    @Test
    void survivesSerialization() throws Exception {
        ApiException apiError = new ApiException(
                "authorize", 429, ErrorCode.TOO_MANY_REQUESTS, "slow down", "ref", Duration.ofSeconds(1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(apiError);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ApiException copy = (ApiException) in.readObject();
            assertThat(copy.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            assertThat(copy.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    private static ApiException apiError(int status, Duration retryAfter) {
        return new ApiException("listAccounts", status, null, null, null, retryAfter);
    }

    private void assertFailure(NetworkException failure, boolean mayHaveArrived, String message) {
        assertThat(failure.requestMayHaveArrived()).isEqualTo(mayHaveArrived);
        assertThat(failure).hasMessage(message).hasCause(cause);
        assertThat(failure.operation()).isEqualTo("refreshToken");
    }
}
