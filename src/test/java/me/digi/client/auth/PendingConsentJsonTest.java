package me.digi.client.auth;

import static me.digi.client.auth.Consents.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.io.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON that an application keeps in the user's session while the user is at digi.me. */
class PendingConsentJsonTest {
    private static CallbackException errorOf(String json) {
        return catchThrowableOfType(CallbackException.class, () -> PendingConsent.fromJson(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORIZE", "REAUTHORIZE", "ONBOARD", "REAUTHORIZE_ACCOUNT", "REVOKE_ACCOUNT"})
    void comesBackFromJsonAsItWas(String page) {
        String json = Consents.of(page).toJson();
        PendingConsent again = PendingConsent.fromJson(json);
        assertThat(again.toJson()).isEqualTo(json);
        assertThat(again.url()).hasToString("https://api.digi.me/apps/saas/authorize?code=marked-code");
    }

    @Test
    void hasExactlyWhatItsPageNeeds() {
        assertThat(Json.parseObject(Consents.of("AUTHORIZE").toJson())).isEqualTo(Consents.members("AUTHORIZE", STATE));
        assertThat(Json.parseObject(Consents.of("ONBOARD").toJson())).doesNotContainKey("codeVerifier");
        assertThat(Json.parseObject(Consents.of("REVOKE_ACCOUNT").toJson()))
                .containsOnlyKeys("page", "contractId", "url");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t"})
    void p1_noPendingConsentInTheSessionIsAnError(String json) {
        CallbackException error = errorOf(json);
        assertThat(error.problem()).isEqualTo(Problem.CONSENT_MISSING);
        assertThat(error).hasMessage("invalid callback: no pending consent in the user's session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "\"marked\"",
                "marked",
                "{",
                "{\"marked\":{\"marked\":",
                "{\"marked\":1,\"marked\":2}",
                "{} marked",
            })
    void p1_whatIsNotJsonIsAnErrorThatQuotesNothing(String json) {
        CallbackException error = errorOf(json);
        assertThat(error.problem()).isEqualTo(Problem.CONSENT_DAMAGED);
        assertThat(error)
                .hasMessage("invalid callback: the pending consent is damaged (not a JSON object)")
                .hasNoCause();
    }

    @Test
    void p1_textThatNoPendingConsentCanHaveIsNotParsed() {
        assertThat(errorOf("{\"page\":" + "1".repeat(1 << 16) + "}"))
                .hasMessage("invalid callback: the pending consent is damaged (too long)");
        assertThat(errorOf("[".repeat(60_000)).problem()).isEqualTo(Problem.CONSENT_DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "page, marked, 'page' is unknown",
        "page, , 'page' is missing",
        "contractId, '', 'contractId' is empty",
        "contractId, ' marked', 'contractId' begins or ends with white space",
        "contractId, 'marked\n', 'contractId' begins or ends with white space",
        "contractId, , 'contractId' is missing",
        "url, , 'url' is missing",
        "url, 'marked url', 'url' is not a URI",
        "state, , 'state' is missing",
        "state, ' ', 'state' is empty",
        "codeVerifier, , 'codeVerifier' is missing",
        "codeVerifier, '', 'codeVerifier' is empty",
        "session, , 'session' is missing",
        "session, marked, 'session' is not an object",
    })
    void p1_aMemberThatIsMissingOrWrongIsNamedAndNotQuoted(String member, String value, String detail) {
        Map<String, Object> members = Consents.members("AUTHORIZE", STATE);
        members.put(member, value);
        CallbackException error = errorOf(Json.write(members));
        assertThat(error.problem()).isEqualTo(Problem.CONSENT_DAMAGED);
        assertThat(error)
                .hasMessage("invalid callback: the pending consent is damaged (" + detail + ")")
                .hasNoCause();
    }

    @Test
    void p1_aSessionThatIsDamagedIsNamed() {
        Map<String, Object> members = Consents.members("AUTHORIZE", STATE);
        for (Object session : Arrays.<Object>asList(
                Map.of("key", "k"),
                Map.of("key", "", "expiry", 1),
                Map.of("key", 1, "expiry", 1),
                Map.of("key", "..", "expiry", 1))) {
            members.put("session", session);
            assertThat(errorOf(Json.write(members)).problem()).isEqualTo(Problem.CONSENT_DAMAGED);
        }
    }

    @Test
    void showsThePageAndNoSecret() {
        PendingConsent pending = Consents.of("AUTHORIZE");
        assertThat(pending).hasToString("PendingConsent[url=https://api.digi.me/apps/saas/authorize?***]");
        ConsentResult result = pending.read("success=true&code=marked-code&state=" + STATE);
        assertThat(List.of(pending.toString(), result.toString()))
                .noneMatch(text -> text.contains("marked-") || text.contains(STATE));
    }

    @Test
    void aJsonLibraryFindsNoSecretInIt() {
        PendingConsent pending = Consents.of("AUTHORIZE");
        Authorized consent = (Authorized) pending.read("success=true&code=marked-code&state=" + STATE);
        for (Object secret : List.of(pending, consent, consent.code())) {
            assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(secret))
                    .isInstanceOf(InvalidDefinitionException.class);
        }
        ObjectMapper ofFields = new ObjectMapper()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
        for (Object secret : List.of(pending, consent.code())) {
            assertThatNoException()
                    .isThrownBy(() ->
                            assertThat(ofFields.writeValueAsString(secret)).doesNotContain("marked-", STATE));
        }
    }
}
