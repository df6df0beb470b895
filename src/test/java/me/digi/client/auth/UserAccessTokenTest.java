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
                "{}                                                    | accessToken is missing",
                "{\"accessToken\":null}                                | accessToken is missing",
                "{\"accessToken\":\"marked-secret\"}                   | accessToken must be an object",
                "{\"accessToken\":{}}                                  | accessToken.value is missing or empty",
                "{\"accessToken\":{\"value\":null}}                    | accessToken.value is missing or empty",
                "{\"accessToken\":{\"value\":\"\"}}                    | accessToken.value is missing or empty",
                "{\"accessToken\":{\"value\":\" \"}}                   | accessToken.value is missing or empty",
                "{\"accessToken\":{\"value\":1}}                       | accessToken.value must be a string",
                "{\"accessToken\":{\"value\":\"marked-secret\"}}       | accessToken.expiry must be a number",
                "{\"accessToken\":{\"value\":\"a\",\"expiry\":1}}      | refreshToken is missing",
            })
    void saysWhichMemberIsMissingOrWrong(String json, String problem) {
        assertRefused(json, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0                | must be after 1970",
                "-1               | must be after 1970",
                "253402300800     | must be before the year 10000",
                "1700000000000    | looks like milliseconds",
                "1700000000.5     | must be a whole number",
                "1e999999999      | must be a whole number",
                "99999999999999999999 | must be a whole number",
                "9223372036854775807 | must be before the year 10000",
                "\"1700000000\"   | must be a number",
                "true             | must be a number",
                "null             | must be a number",
            })
    void refusesAnAbsurdExpiry(String expiry, String problem) {
        String refused = "{\"accessToken\":{\"value\":\"a\",\"expiry\":" + expiry + "}}";
        assertRefused(refused, "accessToken.expiry", problem);
        assertRefused("{" + PAIR.replace("1715552000", expiry) + "}", "refreshToken.expiry", problem);
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
                "{\"accessToken\":1,\"accessToken\":2}",
            })
    void refusesWhatIsNotAJsonObjectAndDoesNotQuoteIt(String text) {
        assertRefused(text, "a user access token must be a JSON object");
    }

    @Test
    void refusesIdsThatAreNoStrings() {
        assertRefused("{" + PAIR + ",\"user\":\"u\"}", "user must be an object");
        assertRefused("{" + PAIR + ",\"user\":{\"id\":5}}", "user.id must be a string");
        assertRefused("{" + PAIR + ",\"consentid\":{}}", "consentid must be a string");
    }

    @Test
    void theBuilderStartsFromAnotherTokenAndKeepsWhatItKnew() {
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

    private static void assertRefused(String json, String... parts) {
        assertThatThrownBy(() -> UserAccessToken.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("marked-secret")
                .hasNoCause();
    }
}
