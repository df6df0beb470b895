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
    private final SafeNames names = new SafeNames();

    @ParameterizedTest
    @CsvSource({
        "18_2_17_300_D202311.json, 18_2_17_300_D202311.json",
        "../../etc/passwd, %2E.%2F..%2Fetc%2Fpasswd",
        "/etc/passwd, %2Fetc%2Fpasswd",
        "C:\\x, C%3A%5Cx",
        ".hidden, %2Ehidden",
        "., %2E",
        ".., %2E%2E",
        "dot., dot%2E",
        "a b, a%20b",
        "100%, 100%25",
        "ä, %C3%A4",
        "CON, %43ON",
        "nul.txt, %6Eul.txt",
        "com1.a.b, %63om1.a.b",
        "console, console",
        "a:stream, a%3Astream",
    })
    void aNameIsMadeSafe(String name, String safe) {
        assertThat(names.safe(name)).isEqualTo(safe);
    }

    @Test
    void controlCharactersAndSeparatorsNeverStay() {
        for (char c = 0; c < 256; c++) {
            assertThat(new SafeNames().safe("a" + c + "b")).matches("[A-Za-z0-9._%~-]+");
        }
    }

    @Test
    void noTwoNamesShareOneEvenWhereUpperAndLowerCaseAreTheSame() {
        List<String> wanted =
                List.of("a.json", "A.json", "a.JSON", "a%2Ejson", "ä", "Ä", "x".repeat(300), "X".repeat(300));
        Set<String> seen = new HashSet<>();
        for (String name : wanted) {
            assertThat(seen.add(names.safe(name).toLowerCase(Locale.ROOT))).isTrue();
        }
    }

    @Test
    void theSameNameGetsTheSameEachTime() {
        names.safe("a");
        String clashing = names.safe("A");

        assertThat(names.safe("A")).isEqualTo(clashing);
        assertThat(names.safe("a")).isEqualTo("a");
    }

    @Test
    void aLongNameFitsAnyFileSystem() {
        assertThat(names.safe("ä".repeat(900))).hasSizeLessThan(230);
        assertThat(names.safe("x".repeat(900) + "1")).isNotEqualTo(names.safe("x".repeat(900) + "2"));
    }
}
