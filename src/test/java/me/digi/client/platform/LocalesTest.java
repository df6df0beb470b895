package me.digi.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests pass with every default language, digits, charset and time zone. */
@Tag("platform")
class LocalesTest {
    private static final List<String> TESTS = List.of(
            "me.digi.client.CryptographyTest#everyOperationIsCarriedOut",
            "me.digi.client.internal.io.HttpDateTest",
            "me.digi.client.auth.PendingConsentTest",
            "me.digi.client.auth.UserAccessTokenTest",
            "me.digi.client.internal.read.SafeNamesTest",
            "me.digi.client.read.FileMetadataTest",
            "me.digi.client.read.ReadIntoDirectoryTest");

    @ParameterizedTest
    @CsvSource({
        "tr-TR, ISO-8859-1, Asia/Kathmandu",
        "ar-EG-u-nu-arab, US-ASCII, Pacific/Apia",
        "th-TH-u-ca-buddhist-nu-thai, windows-1252, America/St_Johns",
    })
    void theSameTestsPass(String locale, String charset, String zone) {
        List<String> options =
                List.of("-D" + TestRun.LOCALE + "=" + locale, "-Dfile.encoding=" + charset, "-Duser.timezone=" + zone);
        try (ChildJvm child =
                ChildJvm.startOn(ClassPaths.tests(), 256, options, TestRun.class, TESTS.toArray(String[]::new))) {
            assertThat(child.finish()).anyMatch(line -> line.matches("tests: [1-9][0-9][0-9] passed, 0 failed"));
        }
    }
}
