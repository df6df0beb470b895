package me.digi.client.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTest {
    @ParameterizedTest
    @CsvSource({
        "18_2_17_300_D202311.json, 18_2_17_300_D202311.json",
        "../../etc/passwd, %2E.%2F..%2Fetc%2Fpasswd",
        "/etc/passwd, %2Fetc%2Fpasswd",
        "c:\\x, c%3A%5Cx",
        ".hidden, %2Ehidden",
        "., %2E",
        ".., %2E%2E",
        "dot., dot%2E",
        "ab., ab%2E",
        "a., a%2E",
        "a.., a.%2E",
        "a b, a%20b",
        "100%, 100%25",
        "ä, %C3%A4",
        "con, %63on",
        "nul.txt, %6Eul.txt",
        "com1.a.b, %63om1.a.b",
        "console, console",
        "a:stream, a%3Astream",
    })
    void aNameIsMadeSafe(String name, String safe) {
        assertThat(SafeNames.safe(name)).isEqualTo(safe);
    }

    @Test
    void controlCharactersAndSeparatorsNeverStay() {
        for (char c = 0; c < 256; c++) {
            assertThat(SafeNames.safe("a" + c + "b")).matches("[A-Za-z0-9._%~-]+");
        }
    }

    @Test
    void noTwoNamesShareOneEvenWhereUpperAndLowerCaseAreTheSame() {
        List<String> wanted =
                List.of("a.json", "A.json", "a.JSON", "a%2Ejson", "ä", "Ä", "x".repeat(300), "X".repeat(300));
        Set<String> seen = new HashSet<>();
        for (String name : wanted) {
            assertThat(seen.add(SafeNames.safe(name).toLowerCase(Locale.ROOT))).isTrue();
        }
    }

    @Test
    void p10_whichNameAFileGetsDoesNotDependOnTheOthers() {
        String lower = SafeNames.safe("title.json");
        String upper = SafeNames.safe("TITLE.json");

        assertThat(lower).isEqualTo("title.json");
        assertThat(upper).matches("TITLE~[A-Za-z0-9_-]{16}\\.json");
        assertThat(SafeNames.safe("title.json")).isEqualTo(lower);
        assertThat(SafeNames.safe("TITLE.json")).isEqualTo(upper);
    }

    @Test
    void p10_digiMesOwnNamesStayAndTheirOtherSpellingDoesNotTakeThem() {
        assertThat(SafeNames.safe("18_4_28_2_9_D202112_1_1.json")).isEqualTo("18_4_28_2_9_D202112_1_1.json");
        assertThat(SafeNames.safe("18_4_28_2_9_d202112_1_1.json")).startsWith("18_4_28_2_9_d202112_1_1~");
    }

    @Test
    void p10_namesThatDifferInTheirNormalFormOrByHalfACharacterShareNone() {
        List<String> wanted = List.of(
                "\u00E9",
                "e\u0301",
                "\uD800",
                "\uDC00",
                "\uD801",
                "?",
                "\uFFFD",
                "\uD83D\uDE00",
                "\uDE00\uD83D",
                "x".repeat(300) + "\uD800",
                "x".repeat(300) + "\uD801",
                "stra\u00DFe",
                "STRASSE",
                "\u0130",
                "i",
                "I");
        Set<String> seen = new HashSet<>();
        for (String name : wanted) {
            assertThat(seen.add(SafeNames.safe(name).toLowerCase(Locale.ROOT)))
                    .as(name)
                    .isTrue();
        }
        assertThat(SafeNames.safe("\uD83D\uDE00")).isEqualTo("%F0%9F%98%80");
    }

    @Test
    void aLongNameFitsAnyFileSystem() {
        assertThat(SafeNames.safe("ä".repeat(900))).hasSizeLessThan(230);
        assertThat(SafeNames.safe("x".repeat(900) + "1")).isNotEqualTo(SafeNames.safe("x".repeat(900) + "2"));
    }
}
