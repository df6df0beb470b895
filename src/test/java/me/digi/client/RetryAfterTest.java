package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.digi.client.error.ApiException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Retry-After} in every form that HTTP allows. */
class RetryAfterTest {
    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    private @Nullable Duration asked(String value) {
        setup.sandbox.failNext(
                Operation.LIST_ACCOUNTS, CannedResponse.empty(429).withHeader("Retry-After", value));
        return thrownBy(ApiException.class, setup.user::listAccounts).retryAfter();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
                "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
                "EEE MMM ppd HH:mm:ss yyyy",
                "EEE MMM d HH:mm:ss yyyy"
            })
    void h7_everyFormOfADateIsAccepted(String form) {
        Instant now = setup.sandbox.clock().instant();
        Instant then = now.plusSeconds(90).truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime date = then.atZone(ZoneOffset.UTC);

        assertThat(asked(DateTimeFormatter.ofPattern(form, Locale.US).format(date)))
                .isEqualTo(Duration.between(now, then));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void h7_aDateInThePastMeansNoPause(String date) {
        assertThat(asked(date)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "120,120", "' 7 ',7", "999999999,999999999"})
    void aNumberIsInSeconds(String value, long seconds) {
        assertThat(asked(value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void h7_aNumberOfAnyLengthMeansAPause() {
        assertThat(asked("9".repeat(30))).isGreaterThan(Duration.ofDays(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "1\r2", "\u0007"})
    void h7_aValueThatCannotBeOneDoesNotHideTheError(String value) {
        String response = "HTTP/1.1 503 Busy\r\nRetry-After: " + value + "\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.responding(response);
                DigiMe digiMe = setup.builderFor(server.url())
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            ApiException failure = thrownBy(ApiException.class, () -> digiMe.describeContract(setup.contract));

            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.retryAfter()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "-1",
                "1.5",
                "-5",
                "Mon, 99 Nov 2026 00:00:00 GMT",
                "Noday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov 31 08:49:37 1994"
            })
    void h7_anInvalidValueIsIgnored(String value) {
        assertThat(asked(value)).isNull();
    }
}
