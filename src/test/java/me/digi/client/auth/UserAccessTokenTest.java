package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAccessTokenTest {
    /** As the official Node.js SDK's token looks after {@code JSON.stringify}. */
    private static final String OFFICIAL = "{\"accessToken\":{\"value\":\"eyJhbGciOi.access\",\"expiry\":1700000000},"
            + "\"refreshToken\":{\"value\":\"eyJhbGciOi.refresh\",\"expiry\":1715552000},"
            + "\"user\":{\"id\":\"user-1\"},\"consentid\":\"consent-1\"}";

    private static final String PAIR = "\"accessToken\":{\"value\":\"a\",\"expiry\":1700000000},"
            + "\"refreshToken\":{\"value\":\"r\",\"expiry\":1715552000}";

    private static final UserAccessToken TOKEN = UserAccessToken.builder()
            .accessToken(Token.of("eyJhbGciOi.access", Instant.ofEpochSecond(1_700_000_000)))
            .refreshToken(Token.of("eyJhbGciOi.refresh", Instant.ofEpochSecond(1_715_552_000)))
            .userId("user-1")
            .consentId("consent-1")
            .build();

    @Test
    void readsAndWritesWhatTheOfficialSdkStores() {
        assertThat(UserAccessToken.fromJson(OFFICIAL)).isEqualTo(TOKEN);
        assertThat(TOKEN.toJson()).isEqualTo(OFFICIAL);
    }

    @Test
    void movesForthAndBackWithoutLoss() {
        UserAccessToken odd = UserAccessToken.builder()
                .accessToken(Token.of("\"quoted\" \\ and \u0000 é \uD83D\uDE00", Instant.ofEpochSecond(1)))
                .refreshToken(Token.of("r", Instant.parse("9999-12-31T23:59:59Z")))
                .build();
        assertThat(UserAccessToken.fromJson(odd.toJson())).isEqualTo(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"user\":{}", ",\"user\":null,\"consentid\":null", ",\"user\":{\"id\":null}"})
    void userAndConsentMayBeAbsent(String rest) {
        UserAccessToken token = UserAccessToken.fromJson("{" + PAIR + rest + "}");
        assertThat(token.userId()).isNull();
        assertThat(token.consentId()).isNull();
        assertThat(token.toJson()).isEqualTo("{" + PAIR + "}");
    }

    @Test
    void skipsMembersThatItDoesNotKnow() {
        String json =
                "{\"new\":[{}],\"user\":{\"id\":\"u\",\"x\":1},\"accessToken\":{\"value\":\"a\",\"expiry\":1700000000,"
                        + "\"type\":\"x\"},\"refreshToken\":{\"value\":\"r\",\"expiry\":1715552000}}";
        assertThat(UserAccessToken.fromJson(json).userId()).isEqualTo("u");
    }

    @Test
    void takesAWholeNumberOfSecondsHoweverItIsWritten() {
        UserAccessToken token = UserAccessToken.fromJson("{" + PAIR.replace("1700000000", "1.7e9") + "}");
        assertThat(token.accessToken().expiresAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                    | 'accessToken' is missing",
                "{\"accessToken\":null}                                | 'accessToken' is missing",
                "{\"accessToken\":\"marked-secret\"}                   | 'accessToken' is not an object",
                "{\"accessToken\":{}}                                  | 'accessToken.value' is missing",
                "{\"accessToken\":{\"value\":null}}                    | 'accessToken.value' is missing",
                "{\"accessToken\":{\"value\":\"\"}}                    | 'accessToken.value' is empty",
                "{\"accessToken\":{\"value\":\" \"}}                   | 'accessToken.value' is empty",
                "{\"accessToken\":{\"value\":1}}                       | 'accessToken.value' is not text",
                "{\"accessToken\":{\"value\":\"marked-secret\"}}       | 'refreshToken' is missing",
                "{\"accessToken\":1,\"accessToken\":2}               | 'accessToken' is not an object",
                "{\"accessToken\":{\"value\":\"a\",\"expiry\":1}}      | 'refreshToken' is missing",
            })
    void saysWhichMemberIsMissingOrWrong(String json, String problem) {
        assertRejected(json, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "unknown",
            value = {
                "0                    | unknown",
                "-1                   | unknown",
                "253402300799         | 253402300799",
                "253402300800         | 253402300",
                "1700000000000        | 1700000000",
                "1700000000.5         | 1700000000",
                "9007199254740992     | unknown",
                "1e999999999          | unknown",
                "1e99999999999        | unknown",
                "99999999999999999999 | unknown",
                "9223372036854775807  | unknown",
                "\"1700000000\"      | 1700000000",
                "\"tomorrow\"        | unknown",
                "true                 | unknown",
                "null                 | unknown",
                "{}                   | unknown",
            })
    void t15_anOddExpiryIsReadOrUnknown(String expiry, Long seconds) {
        Instant expected = seconds == null ? null : Instant.ofEpochSecond(seconds);
        UserAccessToken access = UserAccessToken.fromJson("{" + PAIR.replace("1700000000", expiry) + "}");
        assertThat(access.accessToken().expiresAt()).isEqualTo(expected);
        assertThat(UserAccessToken.fromJson(access.toJson())).isEqualTo(access);
        UserAccessToken refresh = UserAccessToken.fromJson("{" + PAIR.replace("1715552000", expiry) + "}");
        assertThat(refresh.refreshToken().expiresAt()).isEqualTo(expected);
    }

    @Test
    void t15_aLongNumberIsReadInNoTime() {
        UserAccessToken token = UserAccessToken.fromJson("{" + PAIR.replace("1700000000", "7".repeat(1_000_000)) + "}");
        assertThat(token.accessToken().expiresAt()).isNull();
    }

    @Test
    void t15_anUnknownExpiryIsWrittenAsZeroAndAByteOrderMarkIsSkipped() {
        UserAccessToken token = UserAccessToken.builder()
                .accessToken(Token.of("a", null))
                .refreshToken(Token.of("r", null))
                .build();
        assertThat(token.toJson())
                .isEqualTo("{\"accessToken\":{\"value\":\"a\",\"expiry\":0},"
                        + "\"refreshToken\":{\"value\":\"r\",\"expiry\":0}}");
        assertThat(UserAccessToken.fromJson("\uFEFF" + token.toJson())).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"marked-secret\"",
                "marked-secret",
                "{\"accessToken\":{\"value\":\"marked-secret",
                "{\"accessToken\":marked-secret}",
                "{\"marked-secret\":{\"marked-secret\":x}}",
                "{} marked-secret",
            })
    void rejectsWhatIsNotAJsonObjectAndDoesNotQuoteIt(String text) {
        assertRejected(text, "invalid user access token: ");
    }

    @Test
    void rejectsIdsThatAreNotStrings() {
        assertRejected("{" + PAIR + ",\"user\":\"u\"}", "'user' is not an object");
        assertRejected("{" + PAIR + ",\"user\":{\"id\":5}}", "'user.id' is not text");
        assertRejected("{" + PAIR + ",\"consentid\":{}}", "'consentid' is not text");
    }

    @Test
    void theBuilderStartsFromAnotherTokenAndKeepsItsValues() {
        Token fresh = Token.of("fresh", Instant.ofEpochSecond(1_800_000_000));
        UserAccessToken refreshed =
                UserAccessToken.builder().from(TOKEN).accessToken(fresh).build();
        assertThat(refreshed.accessToken()).isEqualTo(fresh);
        assertThat(refreshed.userId()).isEqualTo("user-1");
        assertThat(refreshed.consentId()).isEqualTo("consent-1");
    }

    @Test
    void doesNotPrintItsTokens() {
        assertThat(TOKEN.toString()).contains("user-1", "consent-1").doesNotContain("eyJhbGciOi");
    }

    private static void assertRejected(String json, String... parts) {
        assertThatThrownBy(() -> UserAccessToken.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("marked-secret")
                .hasNoCause();
    }

    @Test
    void h4_aTextThatIsTooLongForATokenIsRefusedByItsLength() {
        assertRejected("{" + PAIR + "}" + " ".repeat(1 << 20), "longer than 1048576 characters");
    }
}
