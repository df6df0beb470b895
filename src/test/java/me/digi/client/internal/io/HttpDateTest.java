package me.digi.client.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 04 Nov 2026 21:11:55 GMT",
                "wed, 04 nov 2026 21:11:55 gmt",
                "Wednesday, 04-Nov-26 21:11:55 GMT",
                "Wed Nov  4 21:11:55 2026"
            })
    void h7_eachFormIsTheSameTimeOnEveryMachine(String date) {
        assertThat(HttpDate.parse(date, 1977)).isEqualTo(Instant.parse("2026-11-04T21:11:55Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mi, 04 Nov 2026 21:11:55 GMT",
                "Wed, 04 Kas 2026 21:11:55 GMT",
                "Wed, 0\u0664 Nov 2026 21:11:55 GMT"
            })
    void anInvalidHttpDateIsNull(String date) {
        assertThat(HttpDate.parse(date, 1977)).isNull();
    }
}
