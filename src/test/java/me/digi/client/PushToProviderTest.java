package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.push.ProviderStandard;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushing to the provider behind an account. */
class PushToProviderTest {
    private static final String JSON = "{\"resourceType\":\"Observation\",\"value\":12345678901234567890.10}";

    @AutoClose
    private final CallSetup setup = CallSetup.withRetries();

    @ParameterizedTest
    @CsvSource({"fhir, stu3", "fhir, 3.0.2"})
    void dataArrivesAsItIs(String name, String version) {
        setup.pusher.pushToProvider(setup.accountId, new ProviderStandard(name, version), JSON);
        RecordedRequest sent = setup.last(Operation.PUSH_TO_PROVIDER);
        assertThat(sent.path()).endsWith("/permission-access/import/h:accountId/" + name + "/" + version);
        assertThat(sent.body()).isEqualTo(JSON);
        assertThat(sent.header("Content-Type")).startsWith("application/json");
        assertThat(sent.header("accountId")).isEqualTo(setup.accountId);
        assertThat(setup.sandbox.library(String.valueOf(setup.token.userId())).providerPushes())
                .extracting(ProviderPush::accountId, ProviderPush::standard, ProviderPush::version)
                .containsExactly(tuple(setup.accountId, name, version));
    }

    @Test
    void aNewStandardIsTheServicesToJudgeAndEncodedOnce() {
        ProviderStandard standard = new ProviderStandard("new/standard", "r5 100%");
        ApiException failure =
                thrownBy(ApiException.class, () -> setup.pusher.pushToProvider(setup.accountId, standard, JSON));
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_ERRORS);
        assertThat(setup.last(Operation.PUSH_TO_PROVIDER).path()).endsWith("/new%2Fstandard/r5%20100%25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "1", "\"text\"", "{", "{\"a\":1}}", "{\"a\":1,\"a\":2"})
    void textThatIsNotAJsonObjectIsNotSent(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setup.pusher.pushToProvider(setup.accountId, ProviderStandard.FHIR_STU3, json))
                .withMessageContaining("json is not a JSON object");
        assertThat(setup.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a\nb", "a b", "ü"})
    void invalidAccountIdsAreNotSent(String accountId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setup.pusher.pushToProvider(accountId, ProviderStandard.FHIR_STU3, JSON))
                .withMessageStartingWith("accountId must");
        assertThat(setup.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb", " fhir"})
    void invalidStandardsAreRejectedAtOnce(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderStandard(text, "stu3"))
                .withMessageStartingWith("name must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderStandard("fhir", text))
                .withMessageStartingWith("version must");
    }

    @Test
    void anotherUsersAccountAndAReadContractAreErrors() {
        assertThat(thrownBy(
                                ApiException.class,
                                () -> setup.pusher.pushToProvider("nobodys", ProviderStandard.FHIR_STU3, JSON))
                        .status())
                .isEqualTo(404);
        assertThat(thrownBy(
                                ApiException.class,
                                () -> setup.user.pushToProvider(setup.accountId, ProviderStandard.FHIR_STU3, JSON))
                        .code())
                .isEqualTo(ErrorCode.INVALID_CONTRACT_DATA_REQUEST);
    }
}
