package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated adapters take and reject. */
class WireModelsTest {
    private static final String TOKENS = """
        {"access_token":{"value":"a","expires_on":1700000000},"refresh_token":{"value":"r","expires_on":1700000001},\
        "sub":"user","consentid":"consent","identifier":{"id":"i"},"token_type":"Bearer"}\
        """;

    private static final String TRIGGER = """
        {"limits":{"duration":{"sourceFetch":60}},"scope":{"timeRanges":[{"from":1,"to":2},{"last":"6m"}],\
        "serviceGroups":[{"id":2,"serviceTypes":[{"id":420,"serviceObjectTypes":[{"id":300}]}]}],\
        "criteria":[{"from":3,"metadata":{"accounts":[{"accountId":"x"}],"tags":["t"]}}]},"sourceFetch":false,\
        "sourceFetchFilter":{"account":{"id":["17_1"]}},"agent":{"sdk":{"name":"n","version":"v","meta":{"k":"m"}}}}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKENS,
                "{\"access_token\":{\"value\":\"\",\"expires_on\":-1},\"refresh_token\":"
                        + "{\"value\":\"r\",\"expires_on\":9223372036854775807}}"
            })
    void readJsonIsWrittenUnchanged(String json) throws IOException {
        assertThat(WireJson.write(TokenPayload.class, WireJson.read(TokenPayload.class, json)))
                .isEqualTo(json);
    }

    @Test
    void nestedListsAndMapsAreWrittenAsTheyAreRead() throws IOException {
        TriggerRequest request = WireJson.read(TriggerRequest.class, TRIGGER);

        assertThat(request.scope().serviceGroups().get(0).serviceTypes().get(0).id())
                .isEqualTo(420);
        assertThat(request.agent().sdk().meta()).isEqualTo(Map.of("k", "m"));
        assertThat(WireJson.write(TriggerRequest.class, request)).isEqualTo(TRIGGER);
    }

    @Test
    void absentOptionalsAreNullAndAreNotWritten() throws IOException {
        ActionsRequest request = WireJson.read(ActionsRequest.class, "{\"agent\":null}");

        assertThat(request).isEqualTo(new ActionsRequest(null, null));
        assertThat(WireJson.write(ActionsRequest.class, request)).isEqualTo("{}");
    }

    @Test
    void missingRequiredValueIsNamedWithItsPlace() {
        assertRejected(CodeResponse.class, "{\"token\":\"t\",\"session\":{\"key\":\"k\"}}")
                .withMessage("Required value 'expiry' missing or null at $.session");
        assertRejected(TokenPayload.class, "{\"access_token\":{\"value\":\"a\",\"expires_on\":1}}")
                .withMessage("Required value 'refresh_token' missing or null at $");
    }

    @Test
    void nullInPlaceOfRequiredValueIsNamedWithItsPlace() {
        assertRejected(CodeResponse.class, "{\"token\":\"t\",\"session\":{\"key\":null,\"expiry\":1}}")
                .withMessage("Required value 'key' missing or null at $.session");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"key":1,"expiry":1}           | Expected a string but found NUMBER at $.key
        {"key":true,"expiry":1}        | Expected a string but found BOOLEAN at $.key
        {"key":["secret"],"expiry":1}  | Expected a string but found BEGIN_ARRAY at $.key
        {"key":"secret","expiry":"1"}  | Expected a whole number but found STRING at $.expiry
        {"key":"secret","expiry":{}}   | Expected a whole number but found BEGIN_OBJECT at $.expiry
        {"key":"secret","key":"two"}   | Duplicate name at $.key
        {"key":null,"key":"two"}       | Duplicate name at $.key
        []                             | Expected an object but found BEGIN_ARRAY at $
        null                           | Expected an object but found NULL at $
        "secret"                       | Expected an object but found STRING at $
        """)
    void valueOfTheWrongTypeIsNamedAndNotQuoted(String json, String message) {
        assertRejected(Session.class, json).withMessage(message);
    }

    @Test
    void containersOfTheWrongTypeAreNamed() {
        assertRejected(FileList.class, "{\"status\":[]}")
                .withMessage("Expected an object but found BEGIN_ARRAY at $.status");
        assertRejected(FileList.class, "{\"status\":{\"state\":\"x\"},\"fileList\":{}}")
                .withMessage("Expected an array but found BEGIN_OBJECT at $.fileList");
        assertRejected(AgentSdk.class, "{\"name\":\"n\",\"version\":\"v\",\"meta\":{\"a\":\"1\",\"a\":\"2\"}}")
                .withMessage("Duplicate name at $.meta.a");
        assertRejected(KeySet.class, "{\"keys\":{}}").withMessage("Expected an array but found BEGIN_OBJECT at $.keys");
        assertRejected(SourceFetchAccounts.class, "{\"id\":[\"a\",null]}")
                .withMessage("Expected a string but found NULL at $.id[1]");
        assertRejected(SessionOptions.class, "{\"sourceFetch\":\"yes\"}")
                .withMessage("Expected a boolean but found STRING at $.sourceFetch");
    }

    @Test
    void unknownMembersAreSkipped() throws IOException {
        Session session = WireJson.read(Session.class, "{\"new\":{\"a\":[1,{}]},\"key\":\"k\",\"new\":1,\"expiry\":5}");

        assertThat(session).isEqualTo(new Session("k", 5));
    }

    @Test
    void listOfModelsIsReadAsStrictly() throws IOException {
        var accounts = Types.newParameterizedType(List.class, Session.class);

        assertThat(WireJson.read(accounts, "[{\"key\":\"k\",\"expiry\":5}]")).isEqualTo(List.of(new Session("k", 5)));
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> WireJson.read(accounts, "[null]"))
                .withMessage("Expected an object but found NULL at $[0]");
        assertThatExceptionOfType(JsonDataException.class).isThrownBy(() -> WireJson.read(accounts, "null"));
    }

    @Test
    void textThatIsNotJsonIsNotADataException() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> WireJson.read(Session.class, "{\"key\":\"k\","));
        // Moshi has no EOFException for a text that ends within a string.
        assertThatExceptionOfType(JsonEncodingException.class)
                .isThrownBy(() -> WireJson.read(Session.class, "{\"key\":\"k"))
                .withMessageContaining("Unterminated string");
        assertThatExceptionOfType(JsonEncodingException.class).isThrownBy(() -> WireJson.read(Session.class, "<html>"));
    }

    @Test
    void secretsAreMaskedAndTheRestIsShown() throws IOException {
        TokenPayload payload = WireJson.read(TokenPayload.class, TOKENS);

        assertThat(payload.toString())
                .contains("accessToken=ExpiringToken[value=***, expiresOn=1700000000]", "sub=user")
                .doesNotContain("value=a", "value=r");
        assertThat(new CodeResponse("secret", new Session("secret", 1)).toString())
                .doesNotContain("secret");
        assertThat(new TokenResponse("secret").toString()).doesNotContain("secret");
        assertThat(new PreauthorizationPayload("secret").toString()).doesNotContain("secret");
        assertThat(new ReferencePayload("secret").toString()).doesNotContain("secret");
    }

    @Test
    void requiredValueMayNotBeNullInCodeEither() {
        assertThatNullPointerException().isThrownBy(() -> new Session(null, 1)).withMessage("key");
    }

    private static <T> org.assertj.core.api.ThrowableAssertAlternative<JsonDataException> assertRejected(
            Class<T> type, String json) {
        return assertThatExceptionOfType(JsonDataException.class).isThrownBy(() -> WireJson.read(type, json));
    }
}
