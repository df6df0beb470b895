package me.digi.client.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void lineBreaksControlCharactersAndDirectionMarksBecomeSpaces() {
        assertThat(OneLine.of("a\nb\rc\td\u0000e\u001b[2Jf\u0085g\u2028h\u2029i"))
                .isEqualTo("a b c d e [2Jf g h i");
        assertThat(OneLine.of("x\u202Egpj.exe\u2066\u200F\uFEFF\u00AD")).isEqualTo("x gpj.exe    ");
    }

    @Test
    void textOfAnyScriptStays() {
        String text = "Zażółć 吾輩は猫 \u0645\u0631\u062d\u0628\u0627 \uD83D\uDE00 ١٢٣";

        assertThat(OneLine.of(text)).isEqualTo(text);
    }

    @Test
    void halfACharacterIsASpaceAndNoneIsCutInTwo() {
        assertThat(OneLine.of("a\uD83Db\uDE00")).isEqualTo("a b ");
        assertThat(OneLine.of("x".repeat(299) + "\uD83D\uDE00y")).isEqualTo("x".repeat(299) + "…");
        assertThat(OneLine.of("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(OneLine.whole("x".repeat(1000))).hasSize(1000);
    }
}
