package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final Instant EXPIRY = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void cutsOffFractionsOfASecond() {
        assertThat(Token.of("value", EXPIRY.plusNanos(999_999_999)).expiresAt()).isEqualTo(EXPIRY);
        assertThat(Token.of("value", EXPIRY.plusNanos(1))).isEqualTo(Token.of("value", EXPIRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void rejectsAnEmptyValue(String value) {
        assertThatThrownBy(() -> Token.of(value, EXPIRY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must not be blank");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void rejectsAnExpiryThatIsNotAfter1970(long seconds) {
        assertThatThrownBy(() -> Token.of("value", instant(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expiresAt must be after 1970");
    }

    @Test
    void rejectsAnExpiryFromTheYear10000On() {
        Instant year10000 = Instant.parse("+10000-01-01T00:00:00Z");
        assertThat(Token.of("value", year10000.minusSeconds(1)).expiresAt()).isEqualTo("9999-12-31T23:59:59Z");
        assertThatThrownBy(() -> Token.of("value", year10000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expiresAt must be before the year 10000");
        assertThatThrownBy(() -> Token.of("value", Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expiresAt must be before the year 10000")
                .hasMessageNotContaining("milliseconds");
    }

    @Test
    void saysWhenAnExpiryLooksLikeMilliseconds() {
        assertThatThrownBy(() -> Token.of("value", Instant.ofEpochSecond(1_700_000_000_000L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1700000000000")
                .hasMessageEndingWith("this looks like milliseconds");
    }

    @Test
    void rejectsNull() {
        assertThatThrownBy(() -> Token.of(null, EXPIRY))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value");
    }

    @Test
    void doesNotPrintItsValue() {
        assertThat(Token.of("value", EXPIRY)).hasToString("Token{value=***, expiresAt=2023-11-14T22:13:20Z}");
    }

    private static Instant instant(long seconds) {
        return seconds == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochSecond(seconds);
    }
}
