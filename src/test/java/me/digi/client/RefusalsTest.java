package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application learns when the service refuses. */
class RefusalsTest {
    private final LocalDigiMe local = new LocalDigiMe();

    @AfterEach
    void close() {
        local.close();
    }

    private ApiException refusal(CannedAnswer answer) {
        local.sandbox.failNext(Operation.AUTHORIZE, answer);
        try (DigiMe digiMe = local.builder().retryPolicy(RetryPolicy.none()).build()) {
            return thrownBy(
                    ApiException.class,
                    () -> digiMe.authorize(local.contract)
                            .redirectUri(LocalDigiMe.REDIRECT_URI)
                            .start());
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void codeAndMessageAreReadFromEitherShapeOrFromTheHeaders(ErrorShape shape) {
        ApiException refusal = refusal(CannedAnswer.refusal(shape, 400, "InvalidClient", "not known", "ref-9"));
        assertThat(refusal.operation()).isEqualTo("authorize");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(refusal.serverMessage()).isEqualTo("not known");
        assertThat(refusal.reference()).isEqualTo(shape == ErrorShape.CLOUD ? null : "ref-9");
        assertThat(refusal).hasMessageStartingWith("authorize was refused with 400 InvalidClient: not known");
    }

    @Test
    void aMessageBesideTheErrorCounts() {
        ApiException refusal =
                refusal(CannedAnswer.json(400, "{\"error\":{\"code\":\"InvalidJWT\"},\"message\":\"outside\"}"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_JWT);
        assertThat(refusal.serverMessage()).isEqualTo("outside");
    }

    @Test
    void theHeadersFillInWhatTheBodyLeavesOut() {
        ApiException refusal = refusal(new CannedAnswer(
                403,
                Map.of("X-Error-Code", "SDKVersionInvalid", "X-Error-Message", "old", "X-Error-Reference", "r"),
                "{\"error\":{\"message\":\"from the body\"}}"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.SDK_VERSION_INVALID);
        assertThat(refusal.serverMessage()).isEqualTo("from the body");
        assertThat(refusal.reference()).isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SDKInvalid",
                "SDKVersionInvalid",
                "InvalidRedirectUri",
                "InsufficientScope",
                "ScopeOutOfBounds",
                "InvalidContractDataRequest",
                "ValidationErrors",
                "InvalidTokenType",
                "ServiceAuthorizationError",
                "a code that nobody knows yet",
            })
    void everyCodeReachesTheApplicationAsItIs(String code) {
        assertThat(refusal(CannedAnswer.refusal(400, code, "why")).code()).isEqualTo(new ErrorCode(code));
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
        ApiException refusal = refusal(CannedAnswer.json(418, body));
        assertThat(refusal.status()).isEqualTo(418);
        assertThat(refusal.code()).isNull();
        assertThat(refusal.serverMessage()).isNull();
        assertThat(refusal.reference()).isNull();
        assertThat(refusal).hasMessage("authorize was refused with 418");
    }

    @Test
    void aDeeplyNestedOrEndlessBodyLeavesTheStatus() {
        assertThat(refusal(CannedAnswer.json(400, "[".repeat(60_000))).status()).isEqualTo(400);
        assertThat(refusal(CannedAnswer.json(400, "{\"error\":".repeat(7_000))).status())
                .isEqualTo(400);
        CannedAnswer page = CannedAnswer.html(503);
        ApiException refusal = refusal(new CannedAnswer(503, page.headers(), page.body() + " ".repeat(1 << 20)));
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.isRetryable()).isTrue();
    }

    @Test
    void aPageIsARefusalWithItsStatus() {
        ApiException refusal = refusal(CannedAnswer.html(502));
        assertThat(refusal.status()).isEqualTo(502);
        assertThat(refusal.code()).isNull();
        assertThat(refusal.isRetryable()).isTrue();
    }

    @Test
    void aMessageOfTheServerForgesNoLinesInALog() {
        ApiException refusal = refusal(CannedAnswer.json(
                400, "{\"error\":{\"code\":\"Bad\\nCode\",\"message\":\"one\\r\\n2026 ERROR two\\u2028three\"}}"));
        assertThat(refusal.getMessage()).doesNotContain("\n", "\r", "\u2028").contains("one  2026 ERROR two three");
        assertThat(refusal.serverMessage()).isEqualTo("one  2026 ERROR two three");
    }

    @ParameterizedTest
    @CsvSource({
        "400,false",
        "401,false",
        "403,false",
        "404,false",
        "406,false",
        "408,true",
        "429,true",
        "500,true",
        "501,false",
        "502,true",
        "503,true",
        "504,true",
        "511,false"
    })
    void saysWhetherAnotherTryCanHelp(int status, boolean retryable) {
        assertThat(refusal(CannedAnswer.empty(status)).isRetryable()).isEqualTo(retryable);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "120,120", "' 7 ',7", "999999999,999999999"})
    void retryAfterInSecondsReachesTheApplication(String header, long seconds) {
        ApiException refusal = refusal(
                CannedAnswer.refusal(429, "TooManyRequests", "slow down").retryAfter(header));
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    }

    @Test
    void retryAfterAsADateIsCountedFromTheClock() {
        var now = local.sandbox.clock().instant().atOffset(ZoneOffset.UTC).withNano(0);
        String later = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(90));
        assertThat(refusal(CannedAnswer.empty(503).retryAfter(later)).retryAfter())
                .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
        String earlier = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.minusHours(1));
        assertThat(refusal(CannedAnswer.empty(503).retryAfter(earlier)).retryAfter())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "Mon, 99 Nov 2026 00:00:00 GMT"})
    void retryAfterWithoutMeaningIsNone(String header) {
        assertThat(refusal(CannedAnswer.empty(503).retryAfter(header)).retryAfter())
                .isNull();
        assertThat(refusal(CannedAnswer.empty(400).retryAfter(header)).isRetryable())
                .isFalse();
    }
}
