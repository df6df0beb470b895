package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exceptions for error responses. */
class ApiErrorsTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private ApiException failure(CannedResponse response) {
        local.sandbox.failNext(Operation.AUTHORIZE, response);
        DigiMe digiMe = local.client(builder -> builder.retryPolicy(RetryPolicy.none()));
        return thrownBy(ApiException.class, () -> local.link(digiMe));
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void codeAndMessageAreReadFromEitherShapeOrFromTheHeaders(ErrorShape shape) {
        ApiException failure = failure(CannedResponse.error(shape, 400, "InvalidClient", "not known", "ref-9"));
        assertThat(failure.operation()).isEqualTo("authorize");
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(failure.serverMessage()).isEqualTo("not known");
        assertThat(failure.reference()).isEqualTo(shape == ErrorShape.CLOUD ? null : "ref-9");
        assertThat(failure).hasMessageStartingWith("authorize failed: HTTP 400 InvalidClient: not known");
    }

    @Test
    void aMessageBesideTheErrorCounts() {
        ApiException failure =
                failure(CannedResponse.json(400, "{\"error\":{\"code\":\"InvalidJWT\"},\"message\":\"outside\"}"));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_JWT);
        assertThat(failure.serverMessage()).isEqualTo("outside");
    }

    @Test
    void theHeadersCompleteTheBody() {
        ApiException failure = failure(new CannedResponse(
                403,
                Map.of("X-Error-Code", "SDKVersionInvalid", "X-Error-Message", "old", "X-Error-Reference", "r"),
                "{\"error\":{\"message\":\"from the body\"}}"));
        assertThat(failure.code()).isEqualTo(ErrorCode.SDK_VERSION_INVALID);
        assertThat(failure.serverMessage()).isEqualTo("from the body");
        assertThat(failure.reference()).isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "null",
                "\"InvalidToken\"",
                "{\"error\":",
                "{\"error\":{\"code\":7,\"message\":[]}}",
                "{\"error\":null}",
                "{\"error\":\"\",\"message\":\" \"}",
                "{\"error\":{\"code\":\"A\",\"code\":\"B\"}}",
                "{\"error\":{\"code\":\"A\"}} trailing",
            })
    void aBodyThatSaysNothingLeavesTheStatus(String body) {
        ApiException failure = failure(CannedResponse.json(418, body));
        assertThat(failure.status()).isEqualTo(418);
        assertThat(failure.code()).isNull();
        assertThat(failure.serverMessage()).isNull();
        assertThat(failure.reference()).isNull();
        assertThat(failure).hasMessage("authorize failed: HTTP 418");
    }

    @Test
    void aDeeplyNestedOrEndlessBodyLeavesTheStatus() {
        assertThat(failure(CannedResponse.json(400, "[".repeat(60_000))).status())
                .isEqualTo(400);
        assertThat(failure(CannedResponse.json(400, "{\"error\":".repeat(7_000)))
                        .status())
                .isEqualTo(400);
        CannedResponse page = CannedResponse.html(503);
        ApiException failure = failure(new CannedResponse(503, page.headers(), page.body() + " ".repeat(1 << 20)));
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.isRetryable()).isTrue();
    }

    @Test
    void aMessageOfTheServerForgesNoLinesInALog() {
        ApiException failure = failure(CannedResponse.json(
                400, "{\"error\":{\"code\":\"Bad\\nCode\",\"message\":\"one\\r\\n2026 ERROR two\\u2028three\"}}"));
        assertThat(failure.getMessage()).doesNotContain("\n", "\r", "\u2028").contains("one  2026 ERROR two three");
        assertThat(failure.serverMessage()).isEqualTo("one  2026 ERROR two three");
    }
}
