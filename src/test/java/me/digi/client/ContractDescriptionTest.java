package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of a contract. */
class ContractDescriptionTest {
    private static final String WHOLE = "{\"accessType\":\"x\",\"application\":{\"id\":\"a\",\"name\":\"n\","
            + "\"resources\":{\"logo\":{\"url\":\"u\"},\"none\":null},\"status\":3000000000},"
            + "\"certificate\":\"no certificate\",\"certificateContractSchemaVersion\":\"5.0.0\","
            + "\"expirationDate\":99999999999999,\"id\":\"c\",\"partnerId\":\"p\",\"type\":\"x509\",\"new\":1}";

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @Test
    void eachKindOfContractHasItsAccessType() {
        ContractDescription read = local.digiMe.describeContract(local.contract);
        assertThat(read.accessType()).isEqualTo(AccessType.READ);
        assertThat(read.application().id()).isEqualTo(local.sandbox.applicationId());
        ContractDetails push = local.sandbox.addContract("push", ContractKind.PUSH);
        ContractDescription description = local.digiMe.describeContract(push);
        assertThat(description.accessType()).isEqualTo(AccessType.WRITE);
        assertThat(description.id()).isEqualTo("push");
        assertThat(description.x509Certificate().getNotAfter().toInstant()).isBeforeOrEqualTo(description.expiresAt());
        assertThat(local.last(Operation.DESCRIBE_CONTRACT).claims()).doesNotContainKey("access_token");
    }

    @Test
    void newMembersAreKeptAndAnInvalidCertificateIsText() {
        local.sandbox.failNext(Operation.DESCRIBE_CONTRACT, CannedResponse.json(200, WHOLE));
        ContractDescription description = local.digiMe.describeContract(local.contract);
        assertThat(description.accessType()).isEqualTo(new AccessType("x"));
        assertThat(description.certificate()).isEqualTo("no certificate");
        assertThat(description.x509Certificate()).isNull();
        assertThat(description.expiresAt()).isEqualTo(Instant.ofEpochMilli(99_999_999_999_999L));
        assertThat(description.application().status()).isEqualTo(3_000_000_000L);
        assertThat(description.application().resources()).isEqualTo(Map.of("logo", Map.of("url", "u")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessType", "application", "certificate", "expirationDate", "partnerId", "type"})
    void aResponseThatLacksSomethingNamesIt(String member) {
        local.sandbox.failNext(
                Operation.DESCRIBE_CONTRACT,
                CannedResponse.json(200, WHOLE.replaceFirst("\"" + member + "\":", "\"other\":")));
        ContractDescription description = local.digiMe.describeContract(local.contract);
        assertThat(description.problems()).containsExactly(member + " is missing");
        assertThat(description.id()).isNotEmpty();
    }

    @Test
    void aContractThatTheServiceDoesNotKnowIsAnErrorWithItsCode() {
        ContractDetails unknown = ContractDetails.builder()
                .contractId("unknown")
                .privateKey(local.contract.privateKey())
                .build();
        ApiException failure = thrownBy(ApiException.class, () -> local.digiMe.describeContract(unknown));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CLIENT);
        assertThat(failure.status()).isEqualTo(401);
    }
}
