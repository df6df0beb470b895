package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as text: written and read again, read from an earlier version, and rejected if damaged. */
class GrantJsonTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_772_366_400_123L);
    private static final TokenResponse REFRESH =
            new TokenResponse(TokenRequest.REFRESH, "request-1", "secret-1", NOW.plusMillis(1));
    private static final TokenResponse SIGN_IN =
            new TokenResponse(TokenRequest.EXCHANGE, "request-2", "secret-2", NOW.plusMillis(2));
    private static final Refusal REFUSAL = new Refusal(
            new Reauthorize(Reason.REFUSED, ErrorCode.INVALID_TOKEN, "it is gone", "reference"), NOW.plusMillis(3));
    private static final String TOKEN = "{\"accessToken\":{\"value\":\"secret-a\",\"expiry\":1893456000},"
            + "\"refreshToken\":{\"value\":\"secret-r\",\"expiry\":1893456000}}";

    /** Each member once, to be damaged. */
    private static final String FULL =
            "{'format':2,'token':" + TOKEN + ",'obtainedAt':1,'lease':{'id':'secret-l','beat':3},"
                    + "'inDoubt':true,'kept':[{'operation':'secret-o','request':'secret-q','token':'secret-t','arrivedAt':4}],"
                    + "'refusal':{'at':5,'reason':'REFUSED','code':'secret-c','message':'secret-m','reference':'secret-f'},"
                    + "'superseded':['secret-s']}";

    private static final String OLD = "{'format':1,'token':" + TOKEN
            + ",'obtainedAt':1,'superseded':['a','b'],'attempt':{'holder':'machine','startedAt':77,"
            + "'leaseUntil':99,'answer':'secret-w'}}";

    @Test
    void whatIsWrittenIsReadAgain() {
        GrantRecord full = new GrantRecord(
                ScriptedServer.pair(1),
                NOW,
                new Lease("lease", 3),
                true,
                List.of(REFRESH, SIGN_IN),
                REFUSAL,
                Fingerprints.of(List.of("print-1", "print-2")));
        assertThat(GrantJson.read(GrantJson.write(full))).isEqualTo(full);
    }

    @Test
    void absentValuesAreOmitted() {
        GrantRecord plain = GrantRecord.first(ScriptedServer.pair(1), NOW);
        assertThat(GrantJson.write(plain))
                .isEqualTo("{\"format\":2,\"token\":" + ScriptedServer.pair(1).toJson()
                        + ",\"obtainedAt\":1772366400123,\"superseded\":[]}");
        assertThat(GrantJson.read(GrantJson.write(plain))).isEqualTo(plain);
        GrantRecord unread = GrantRecord.first(null, NOW).keeping(SIGN_IN);
        assertThat(GrantJson.write(unread)).startsWith("{\"format\":2,\"obtainedAt\":1772366400123,\"kept\":[{");
        assertThat(GrantJson.read(GrantJson.write(unread))).isEqualTo(unread);
    }

    @Test
    void aVerdictNeedsNoMoreThanAReason() {
        Refusal bare = new Refusal(new Reauthorize(Reason.RESPONSE_LOST, null, null, null), NOW);
        GrantRecord record =
                new GrantRecord(ScriptedServer.pair(1), NOW, null, false, List.of(), bare, Fingerprints.NONE);
        assertThat(GrantJson.write(record))
                .contains("\"refusal\":{\"at\":1772366400123,\"reason\":\"RESPONSE_LOST\"},\"superseded\"");
        assertThat(GrantJson.read(GrantJson.write(record))).isEqualTo(record);
    }

    @Test
    void anAttemptOfFormat1IsALeaseInDoubtWithItsResponse() {
        GrantRecord record = GrantJson.read(quoted(OLD));
        assertThat(record.lease()).isEqualTo(new Lease("machine@77", 0));
        assertThat(record.inDoubt()).isTrue();
        assertThat(record.kept())
                .containsExactly(new TokenResponse(TokenRequest.REFRESH, "", "secret-w", Instant.ofEpochMilli(77)));
        assertThat(record.replaced().list()).containsExactly("a", "b");
    }

    @Test
    void aReleasedAttemptOfFormat1IsADoubtWithoutALease() {
        GrantRecord record = GrantJson.read(quoted(OLD.replace("99", "0").replace(",'answer':'secret-w'", "")));
        assertThat(record.lease()).isNull();
        assertThat(record.inDoubt()).isTrue();
        assertThat(record.kept()).isEmpty();
    }

    @Test
    void aRecordOfFormat1WithoutAnAttemptHasNoDoubt() {
        GrantRecord record = GrantJson.read(quoted(OLD.replaceAll(",'attempt'.*", "}")));
        assertThat(record)
                .isEqualTo(new GrantRecord(
                        UserAccessToken.fromJson(TOKEN),
                        Instant.ofEpochMilli(1),
                        null,
                        false,
                        List.of(),
                        null,
                        new Fingerprints("a b ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'format':2                    | 'format':'2'             | 'format' is not a whole number
        'format':2                    | 'format':3               | unsupported format 3, expected 1 or 2
        'format':2                    | 'format':0               | unsupported format 0, expected 1 or 2
        'format':2,'token'            | 'format':1,'other'       | 'token' is missing
        'token':{'accessToken'        | 'token':7,'x':{'a'       | 'token' is not an object
        'refreshToken'                | 'x'                      | 'token' is not valid: invalid user access token: 'refreshToken' is missing
        'obtainedAt':1                | 'obtainedAt':'secret-x'  | 'obtainedAt' is not a whole number
        'lease':{'id':'secret-l','beat':3} | 'lease':'secret-x'  | 'lease' is not an object
        'id':'secret-l'               | 'x':1                    | 'lease.id' is missing
        'beat':3                      | 'x':1                    | 'lease.beat' is missing
        'kept':[                      | 'kept':'secret-x','x':[  | 'kept' is not a list
        'kept':[                      | 'kept':['secret-x',      | 'kept' has an item that is not an object
        'operation':'secret-o'        | 'x':1                    | 'kept.operation' is missing
        'request':'secret-q'          | 'x':1                    | 'kept.request' is missing
        'token':'secret-t'            | 'x':1                    | 'kept.token' is missing
        'arrivedAt':4                 | 'x':1                    | 'kept.arrivedAt' is missing
        'refusal':{                   | 'refusal':'secret-x','x':{ | 'refusal' is not an object
        'at':5                        | 'x':1                    | 'refusal.at' is missing
        'reason':'REFUSED'            | 'reason':'secret-x'      | 'refusal.reason' is unknown
        'reason':'REFUSED'            | 'reason':1               | 'refusal.reason' is not text
        'code':'secret-c'             | 'code':1                 | 'refusal.code' is not text
        'message':'secret-m'          | 'message':1              | 'refusal.message' is not text
        'reference':'secret-f'        | 'reference':1            | 'refusal.reference' is not text
        'superseded':['secret-s']     | 'x':1                    | 'superseded' is missing
        ['secret-s']                  | ['secret-s',1]           | 'superseded' has an item that is not text
        """)
    void aDamagedMemberIsNamedAndNotQuoted(String sound, String damaged, String message) {
        assertDamaged(FULL, sound, damaged, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'attempt':{            | 'attempt':'secret-x','x':{ | 'attempt' is not an object
        'holder':'machine'     | 'x':1                      | 'attempt.holder' is missing
        'startedAt':77         | 'x':1                      | 'attempt.startedAt' is missing
        'leaseUntil':99        | 'x':1                      | 'attempt.leaseUntil' is missing
        'answer':'secret-w'    | 'answer':1                 | 'attempt.answer' is not text
        """)
    void aDamagedMemberOfAnAttemptIsNamedAndNotQuoted(String sound, String damaged, String message) {
        assertDamaged(OLD, sound, damaged, message);
    }

    private static void assertDamaged(String text, String sound, String damaged, String message) {
        assertThat(GrantJson.read(quoted(text))).isNotNull();
        assertThat(quoted(text)).contains(quoted(sound));
        String broken = quoted(text).replaceFirst(Pattern.quote(quoted(sound)), quoted(damaged));
        JsonException failure = catchThrowableOfType(JsonException.class, () -> GrantJson.read(broken));
        assertThat(failure).hasMessage(message);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void h4_aTextThatIsTooLongForARecordIsRefusedByItsLength() {
        assertThat(catchThrowableOfType(JsonException.class, () -> GrantJson.read(quoted(FULL) + " ".repeat(4 << 20))))
                .hasMessage("longer than 4194304 characters");
    }
}
