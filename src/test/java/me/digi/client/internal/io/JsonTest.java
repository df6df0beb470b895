package me.digi.client.internal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsEveryKindOfValueInOrder() {
        assertThat(Json.parseObject("{\"b\":[1,true,null,\"x\"],\"a\":{\"c\":1.5}}"))
                .containsExactly(
                        Map.entry("b", java.util.Arrays.asList(1L, true, null, "x")),
                        Map.entry("a", Map.of("c", new BigDecimal("1.5"))));
    }

    @Test
    void keepsWholeNumbersWhole() {
        assertThat(Json.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Json.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(Json.parse("1.7e9")).isEqualTo(1_700_000_000L);
        assertThat(Json.parse("-0")).isEqualTo(0L);
        assertThat(Json.parse("0e999999999")).isEqualTo(0L);
    }

    @Test
    void doesNotWriteOutAnAstronomicalNumber() {
        assertThat(Json.parse("1e999999999")).isEqualTo(new BigDecimal("1e999999999"));
    }

    @Test
    void h4_anExponentAtTheEndOfItsRangeIsANumber() {
        assertThat(Json.parse("1000e2147483647")).isEqualTo(new BigDecimal("1000e2147483647"));
        assertThat(Json.parse("1000e-2147483647")).isInstanceOf(BigDecimal.class);
        assertThatThrownBy(() -> Json.parse("1e2147483648")).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"secret\"",
                "{\"a\":1}x",
                "{a:1}",
                "[1]",
                "\"text\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":01}",
                "<html>",
                "{\"a\":NaN}"
            })
    void rejectsEverythingButOneStrictObjectAndQuotesNothing(String text) {
        assertThatThrownBy(() -> Json.parseObject(text))
                .isInstanceOf(JsonException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret\"");
    }

    @Test
    void rejectsNestingWithoutEnd() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":{\"SECRETVALUE\":",
                "{\"a\":{\"SECRETVALUE\":1,\"SECRETVALUE\":2}}",
                "{\"a\":{\"SECRETVALUE\":x}}",
                "{\"a\":{\"SECRETVALUE\":1}}x",
                "{\"SECRETVALUE\":[[[1,",
            })
    void h5_neitherNamesNorValuesAreQuoted(String text) {
        assertThatThrownBy(() -> Json.parseObject(text))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(() -> JsonObject.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "-%s", "0.%s", "1e%s", "%s.5e-3"})
    @Timeout(20)
    void h4_aNumberOfAMillionDigitsIsRejectedByItsLength(String form) {
        String number = String.format(form, "9".repeat(1_000_000));

        assertThatThrownBy(() -> Json.parseObject("{\"a\":" + number + "}")).isInstanceOf(JsonException.class);
    }

    @Test
    void h4_aNumberOfAThousandDigitsIsANumber() {
        assertThat(Json.parse("9".repeat(1000))).isEqualTo(new BigDecimal("9".repeat(1000)));
    }

    @Test
    void writesWhatItReads() {
        String text = "{\"a\":[1,2.5,true,null,\"\\\"\u2028\"],\"b\":{}}";
        assertThat(Json.parse(Json.write(Json.parse(text)))).isEqualTo(Json.parse(text));
    }

    @Test
    void rejectsToWriteAnythingElse() {
        assertThatThrownBy(() -> Json.write(List.of(new Object()))).isInstanceOf(IllegalArgumentException.class);
    }
}
