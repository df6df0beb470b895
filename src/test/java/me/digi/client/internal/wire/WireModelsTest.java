package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Types;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import me.digi.client.read.Criteria;
import me.digi.client.read.CriteriaAccount;
import me.digi.client.read.CriteriaMetadata;
import me.digi.client.read.Last;
import me.digi.client.read.ServiceGroup;
import me.digi.client.read.ServiceType;
import me.digi.client.read.Session;
import me.digi.client.read.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated adapters take and reject. */
class WireModelsTest {
    private static final Session SESSION = Session.of("k", Instant.ofEpochMilli(5));

    private static final String TRIGGER = """
        {"limits":{"duration":{"sourceFetch":60}},"scope":{"timeRanges":[{"from":1,"to":2},{"last":"6m"}],\
        "serviceGroups":[{"id":2,"serviceTypes":[{"id":420,"serviceObjectTypes":[{"id":300}]}]}],\
        "criteria":[{"from":3,"metadata":{"accounts":[{"accountId":"x"}],"tags":["t"]}}]},"sourceFetch":false,\
        "sourceFetchFilter":{"account":{"id":["17_1"]}},"agent":{"sdk":{"name":"n","version":"v","meta":{"k":"m"}}}}\
        """;

    @Test
    void everyMemberIsRead() throws IOException {
        assertThat(WireJson.read(CodeResponse.class, "{\"token\":\"t\",\"session\":{\"key\":\"k\",\"expiry\":5}}"))
                .isEqualTo(new CodeResponse("t", SESSION));
        assertThat(WireJson.read(
                        CodeResponse.class,
                        "{\"token\":\"\",\"session\":{\"key\":\"k\",\"expiry\":-9223372036854775808}}"))
                .isEqualTo(new CodeResponse("", Session.of("k", Instant.ofEpochMilli(Long.MIN_VALUE))));
    }

    @Test
    void nestedListsAndMapsAreWritten() {
        Scope scope = new Scope(
                List.of(
                        TimeRange.between(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)),
                        TimeRange.last(Last.months(6))),
                List.of(ServiceGroup.of(2, ServiceType.of(420, 300))),
                List.of(new Criteria(
                        Instant.ofEpochSecond(3),
                        null,
                        CriteriaMetadata.builder()
                                .addAccounts(CriteriaAccount.of("x"))
                                .addTags("t")
                                .build())));
        TriggerRequest request = new TriggerRequest(
                new Limits(new DurationLimits(60L)),
                scope,
                false,
                new SourceFetchFilter(new SourceFetchAccounts(List.of("17_1"))),
                new Agent(me.digi.client.Agent.builder()
                        .name("n")
                        .version("v")
                        .putMeta("k", "m")
                        .build()));

        assertThat(WireJson.write(TriggerRequest.class, request)).isEqualTo(TRIGGER);
    }

    @Test
    void absentOptionalsAreNullAndWhatIsNullOrEmptyIsNotWritten() throws IOException {
        assertThat(WireJson.read(MappedFileHeader.class, "{\"metadata\":{\"schema\":{}},\"compression\":null}")
                        .compression())
                .isNull();
        assertThat(WireJson.write(ActionsRequest.class, new ActionsRequest(null, null)))
                .isEqualTo("{}");
        assertThat(WireJson.write(IdFilter.class, new IdFilter(List.of()))).isEqualTo("{}");
        assertThat(WireJson.write(SourceFetchAccounts.class, new SourceFetchAccounts(List.of())))
                .isEqualTo("{\"id\":[]}");
    }

    @Test
    void missingRequiredValueIsNamedWithItsPlace() {
        assertRejected(CodeResponse.class, "{\"token\":\"t\",\"session\":{\"key\":\"k\"}}")
                .withMessage("Required value 'expiry' missing or null at $.session");
        assertRejected(TriggerResponse.class, "{}").withMessage("Required value 'session' missing or null at $");
    }

    @Test
    void nullInPlaceOfRequiredValueIsNamedWithItsPlace() {
        assertRejected(CodeResponse.class, "{\"token\":\"t\",\"session\":{\"key\":null,\"expiry\":1}}")
                .withMessage("Required value 'key' missing or null at $.session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void invalidSessionKeyIsNamedAndNotQuoted(String key) {
        assertRejected(Session.class, "{\"key\":\"" + key + "\",\"expiry\":1}").withMessage("Invalid value at $.key");
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
        assertRejected(CountriesResponse.class, "{\"data\":{}}")
                .withMessage("Expected an array but found BEGIN_OBJECT at $.data");
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> Values.map(Values.TEXT).fromJson("{\"a\":\"1\",\"a\":\"2\"}"))
                .withMessage("Duplicate name at $.a");
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> Values.list(Values.TEXT).fromJson("[\"a\",null]"))
                .withMessage("Expected a string but found NULL at $[1]");
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> Values.BOOLEAN.fromJson("\"yes\""))
                .withMessage("Expected a boolean but found STRING at $");
    }

    @Test
    void unknownMembersAreSkipped() throws IOException {
        Session session = WireJson.read(Session.class, "{\"new\":{\"a\":[1,{}]},\"key\":\"k\",\"new\":1,\"expiry\":5}");

        assertThat(session).isEqualTo(SESSION);
    }

    @Test
    void listOfModelsIsReadAsStrictly() throws IOException {
        var accounts = Types.newParameterizedType(List.class, Session.class);

        assertThat(WireJson.read(accounts, "[{\"key\":\"k\",\"expiry\":5}]")).isEqualTo(List.of(SESSION));
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
        assertThat(new CodeResponse("secret", SESSION).toString())
                .isEqualTo("CodeResponse[token=***, session=Session[key=***, expiresAt=1970-01-01T00:00:00.005Z]]");
        assertThat(new ReferenceResponse("shown")).hasToString("ReferenceResponse[id=shown]");
        assertThat(new CodeResponse("secret", Session.of("secret", Instant.EPOCH)).toString())
                .doesNotContain("secret");
        assertThat(new TokenResponse("secret").toString()).doesNotContain("secret");
    }

    @Test
    void requiredValueMayNotBeNullInCodeEither() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Session(null, Instant.EPOCH))
                .withMessage("key");
    }

    private static <T> org.assertj.core.api.ThrowableAssertAlternative<JsonDataException> assertRejected(
            Class<T> type, String json) {
        return assertThatExceptionOfType(JsonDataException.class).isThrownBy(() -> WireJson.read(type, json));
    }
}
