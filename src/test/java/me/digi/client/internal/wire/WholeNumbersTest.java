package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "1.7e9, 1700000000",
        "1700000000000.0, 1700000000000",
        "5E-0, 5",
        "0e99999, 0",
        "9007199254740993, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void wholeNumberIsReadExactlyHoweverItIsWritten(String text, long number) throws IOException {
        assertThat(expiry(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "1e-1", "9223372036854775808", "1e19", "1e999999999", "1e9999999999", "-1e999999999"})
    void fractionOrTooLargeNumberIsRejectedWithItsPlace(String text) {
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> expiry(text))
                .withMessage("Expected a whole number at $.expiry");
    }

    @Test
    void endlessNumberIsRejectedUnread() {
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> expiry("1." + "0".repeat(100_000)))
                .withMessage("Expected a shorter number at $.expiry");
    }

    private static long expiry(String text) throws IOException {
        return Values.map(Values.WHOLE_NUMBER)
                .fromJson("{\"expiry\":" + text + "}")
                .get("expiry");
    }
}
