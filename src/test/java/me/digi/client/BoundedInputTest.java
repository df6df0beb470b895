package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import me.digi.client.discovery.Source;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Account;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that would keep a thread busy or forge lines in a log. */
class BoundedInputTest {
    private static final String DIGITS = "9".repeat(1_000_000);

    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    private void respond(Operation operation, int status, String json) {
        setup.sandbox.failNext(operation, CannedResponse.json(status, json));
    }

    @Test
    @Timeout(60)
    void h4_aNumberOfAMillionDigitsCostsNoTime() {
        respond(
                Operation.LIST_SOURCES,
                200,
                "{\"data\":[{\"id\":1,\"new\":" + DIGITS + "},{\"id\":" + DIGITS + ",\"name\":" + DIGITS
                        + "},{\"id\":\"" + DIGITS + "\"}],\"limit\":1,\"offset\":0,\"total\":1}");

        List<Source> sources =
                setup.digiMe.discovery(setup.contract).listSources().sources();

        assertThat(sources).extracting(Source::id).containsExactly(1L, 0L, 0L);
        assertThat(sources.get(0).problems()).containsExactly("an undescribed member cannot be read");
        assertThat(sources.get(1).problems()).containsExactly("id is not a whole number", "name is not text");
    }

    @Test
    @Timeout(60)
    void h4_aNumberOfAMillionDigitsInAMemberThatIsReadCostsNoTime() {
        respond(Operation.START_SESSION, 200, "{\"session\":{\"key\":\"k\",\"expiry\":" + DIGITS + "}}");
        assertThatThrownBy(setup.user::startSession).isInstanceOf(UnexpectedResponseException.class);

        respond(
                Operation.LIST_ACCOUNTS,
                400,
                "{\"new\":" + DIGITS.substring(0, 60_000) + ",\"error\":{\"code\":\"Broken\"}}");
        assertThat(thrownBy(ApiException.class, setup.user::listAccounts).code())
                .isEqualTo(new ErrorCode("Broken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s{}]", "[{\"new\":[%s{}]}]"})
    void h4_moreEntriesThanAnyListHasAreRejected(String form) {
        respond(Operation.LIST_ACCOUNTS, 200, String.format(form, "{},".repeat(250_000)));

        UnexpectedResponseException unexpected = thrownBy(UnexpectedResponseException.class, setup.user::listAccounts);

        assertThat(unexpected.what()).isEqualTo("the response has too many entries");
    }

    @Test
    void h4_aLongListIsRead() {
        respond(Operation.LIST_ACCOUNTS, 200, "[" + "{\"id\":\"[{\\\"[{,\"},".repeat(50_000) + "{}]");

        assertThat(setup.user.listAccounts())
                .hasSize(50_001)
                .first()
                .extracting(Account::id)
                .isEqualTo("[{\"[{,");
    }

    @Test
    void h4_deepNestingInIgnoredMembersIsRejected() {
        respond(
                Operation.LIST_ACCOUNTS,
                200,
                "[{\"id\":\"1\",\"new\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]");
        assertThatThrownBy(setup.user::listAccounts).isInstanceOf(UnexpectedResponseException.class);

        respond(
                Operation.LIST_SOURCES,
                200,
                "{\"data\":[{\"id\":1,\"new\":" + "[".repeat(300) + "]".repeat(300) + "}]}");
        assertThat(setup.digiMe.discovery(setup.contract).listSources().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.problems()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":{\"state\":\"running\",\"details\":{\"SECRETVALUE\":{\"state\":",
                "{\"status\":{\"state\":\"running\",\"details\":{\"SECRETVALUE\":{\"SECRETVALUE\":x",
                "{\"status\":{\"state\":{\"SECRETVALUE\":1}}}",
                "{\"status\":{\"details\":{\"SECRETVALUE\":{\"state\":1}}}}",
                "{\"SECRETVALUE\":[1,{\"SECRETVALUE\":tru}]}",
                "{\"status\":{\"SECRET[0].VALUE\":<",
            })
    void h5_aResponseThatIsBrokenIsNotQuoted(String json) {
        respond(Operation.LIST_FILES, 200, json);

        UnexpectedResponseException unexpected = thrownBy(
                UnexpectedResponseException.class,
                () -> setup.user.files(setup.session).list());

        assertThat(unexpected).hasStackTraceContaining("listFiles");
        assertThat(unexpected.getMessage() + unexpected.where() + unexpected.what())
                .doesNotContain("SECRET", "VALUE");
        assertThat(String.valueOf(unexpected.getCause())).doesNotContain("SECRET", "VALUE");
        assertThat(unexpected.where()).startsWith("$");
    }

    @Test
    void h5_whatTheServiceSaysIsOnOneLine() {
        respond(
                Operation.LIST_ACCOUNTS,
                400,
                "{\"error\":{\"code\":\"A\\n"
                        + "B\",\"message\":\"m\\r"
                        + "\\n"
                        + "WARN forged\",\"reference\":\"r\\u0085\\u2028WARN forged\"}}");

        ApiException failure = thrownBy(ApiException.class, setup.user::listAccounts);

        assertThat(failure.getMessage() + failure.code() + failure.reference())
                .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
        assertThat(setup.events)
                .allSatisfy(event -> assertThat(event.toString()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]"));
    }

    @Test
    void h5_whatIsRejectedIsShownOnOneLine() {
        assertThatThrownBy(() -> setup.digiMe.storages(setup.contract).files(" \nWARN forged"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> setup.files.deleteFile("a//\nWARN forged"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> setup.files.deleteFile("a\nWARN forged/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "7"})
    void h4_whiteSpaceAndNumbersHaveAnEnd(String character) {
        String run = character.repeat(3 << 20);
        respond(Operation.LIST_ACCOUNTS, 200, "[" + run + ",{\"id\":\"1\"}]");

        UnexpectedResponseException unexpected = thrownBy(UnexpectedResponseException.class, setup.user::listAccounts);

        assertThat(unexpected.what()).isEqualTo("the response has a number or white space that is too long");
    }

    @Test
    void h4_textMayBeLong() {
        respond(Operation.LIST_ACCOUNTS, 200, "[{\"id\":\"" + "7".repeat(3 << 20) + "\"}]");

        assertThat(setup.user.listAccounts()).hasSize(1);
    }

    @Test
    void h4_thePositionOfAnErrorIsShownAsFarAsItIsKnown() {
        respond(
                Operation.LIST_FILES,
                200,
                "{\"status\":{\"state\":\"running\",\"details\":{\"" + ".".repeat(1 << 20) + "\":{\"state\":x");

        UnexpectedResponseException unexpected = thrownBy(
                UnexpectedResponseException.class,
                () -> setup.user.files(setup.session).list());

        assertThat(unexpected.where()).startsWith("$.status.details.").hasSizeLessThan(2100);
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 500})
    void h4_aKeySetIsBounded(int size) {
        String entries = size > 1 << 20 ? "\"" + "x".repeat(size) + "\"" : "{},".repeat(2 * size) + "{}";
        respond(Operation.FETCH_SIGNING_KEYS, 200, "{\"keys\":[" + entries + "]}");
        DigiMe newcomer = setup.client();
        UnexpectedResponseException unexpected =
                thrownBy(UnexpectedResponseException.class, () -> setup.link(newcomer));

        assertThat(unexpected.operation()).isEqualTo("fetchSigningKeys");
        assertThat(unexpected.what()).startsWith("it ");
    }

    @Test
    void h5_whatAnApplicationLogsOfARefusalIsOnOneLine() {
        respond(
                Operation.LIST_ACCOUNTS,
                400,
                "{\"error\":{\"code\":\"A\\u001b[2J\",\"message\":\"m\\r\\nWARN \\u202eforged\"}}");

        ApiException refusal = thrownBy(ApiException.class, setup.user::listAccounts);

        assertThat(refusal.serverMessage()).isEqualTo("m  WARN  forged");
        assertThat(refusal.code()).isEqualTo(new ErrorCode("A [2J"));
    }

    @Test
    void h5_aStatusLineForgesNoLineInACause() {
        try (RawServer server = RawServer.responding("HTTP/1.1 \u001b[2J\rWARN forged\r\n\r\n");
                DigiMe digiMe = setup.builderFor(server.url()).build()) {
            UnexpectedResponseException unexpected =
                    thrownBy(UnexpectedResponseException.class, () -> digiMe.describeContract(setup.contract));

            assertThat(unexpected.getCause().getMessage()).doesNotContain("\u001b", "\r", "\n");
        }
    }

    @Test
    void h5_aHostThatIsASecretIsNotShown() {
        String secret = setup.session.key().value();
        setup.sandbox.failNext(
                Operation.LIST_FILES, CannedResponse.redirect(URI.create("https://" + secret + ".example/")));

        UnexpectedResponseException unexpected = thrownBy(
                UnexpectedResponseException.class,
                () -> setup.user.files(setup.session).list());

        assertThat(unexpected.where()).isEqualTo("Location");
        assertThat(unexpected.getMessage()).doesNotContainIgnoringCase(secret);
    }
}
