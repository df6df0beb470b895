package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static me.digi.client.sandbox.DataCaller.object;
import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations without a user: sources and their filters, data sets, and the contract. */
class DiscoveryTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|17,142,143,144,145,420,421,422,510,601",
                "{\"query\":{\"filter\":{\"type\":{\"id\":[1]},\"publishedStatus\":[\"approved\"]}}}|17,142,143,420,421,510",
                "{\"query\":{\"filter\":{\"type\":{\"id\":[2]}}}}|420,601",
                "{\"query\":{\"filter\":{\"country\":{\"id\":[5,3]},\"category\":{\"id\":[2,3]}}}}|143,421",
                "{\"query\":{\"filter\":{\"service\":{\"id\":[34]},\"platform\":{\"id\":[3]}}}}|420,421",
                "{\"query\":{\"filter\":{\"id\":[142,9]}}}|142",
                "{\"query\":{\"filter\":{\"sourceId\":420}}}|420",
                "{\"query\":{\"filter\":{\"reference\":[\"stepwise\"]}}}|510",
                "{\"query\":{\"filter\":{\"alias\":[\"Sorrel\"]}}}|143",
                "{\"query\":{\"search\":{\"name\":[\"bank\",\"credit\"]}}}|142,144,145",
                "{\"query\":{\"search\":{\"practitioner\":[\"rowan\"]}}}|601",
                "{\"query\":{\"search\":{\"medicalCenter\":[\"delft\"]}}}|421",
                "{\"query\":{\"search\":{\"address.city\":[\"utrecht\",\"DELFT\"]}}}|420,421",
                "{\"query\":{\"search\":{\"address.zipCode\":[\"3584\"]}}}|420",
                "{\"query\":{\"queryString\":\"linden utrecht\"}}|420",
                "{\"sort\":{\"name\":\"asc\"},\"limit\":3}|422,144,17",
                "{\"sort\":{\"name\":\"desc\"},\"limit\":2,\"offset\":1}|143,601",
                "{\"offset\":99}|''"
            })
    void sourcesAreFilteredSearchedSortedAndPaged(String body, String ids) {
        Reply page = query("sources", body);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(String.join(
                        ",",
                        data(page).stream()
                                .map(source -> String.valueOf(source.get("id")))
                                .toList()))
                .isEqualTo(ids);
    }

    @Test
    void thePageSaysThatItIsASandbox() {
        assertThat(query("sources", "{\"limit\":2,\"offset\":4}").json())
                .containsEntry("limit", 2L)
                .containsEntry("offset", 4L)
                .containsEntry("total", 10L);
        assertThat(query("sources", "{}").json()).containsEntry("limit", 25L).containsEntry("offset", 0L);
    }

    @Test
    void onlyIncludedFieldsAndTheIdAreReturned() {
        String filter = ",\"filter\":{\"id\":[420]}}}";
        Reply some =
                query("sources", "{\"query\":{\"include\":[\"name\",\"service.name\",\"country.code\",\"x\"]" + filter);
        assertThat(data(some))
                .containsExactly(Map.of(
                        "id",
                        420L,
                        "name",
                        "Linden Hospital",
                        "service",
                        Map.of("id", 34L, "name", "Linden Hospital (FHIR)"),
                        "country",
                        List.of(Map.of("id", 1L, "code", "NL"))));
        assertThat(data(query("sources", "{\"query\":{\"include\":[]" + filter)).get(0))
                .containsKeys("resource", "category", "platform", "type", "json", "publishedStatus");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"limit\":0}|body.limit must lie between",
                "{\"offset\":-1}|body.offset must lie between",
                "{\"sort\":{\"id\":\"asc\"}}|body.sort.name is missing",
                "{\"sort\":{\"name\":\"up\"}}|body.sort.name must be asc or desc",
                "{\"filter\":{}}|body.filter is not allowed here",
                "{\"query\":{\"search\":{\"name\":\"bank\"}}}|body.query.search.name must be an array",
                "{\"query\":{\"filter\":{\"country\":[1]}}}|body.query.filter.country must be an object",
                "{\"query\":{\"filter\":{\"publishedStatus\":[\"new\"]}}}|publishedStatus[0] must be approved or"
            })
    void otherQueriesAreRejectedByPath(String body, String message) {
        assertRejected(query("sources", body), 400, "ValidationErrors", message);
    }

    @ParameterizedTest
    @CsvSource({"countries, 5, code", "platforms, 4, reference", "categories, 5, reference", "sourceTypes, 2, reference"
    })
    void theListsAreFilteredById(String list, int size, String member) {
        assertThat(data(query(list, "{}"))).hasSize(size);
        assertThat(data(query(list, "{\"query\":{\"filter\":{\"id\":[2,77]},\"include\":[\"" + member + "\"]}}")))
                .singleElement()
                .satisfies(thing ->
                        assertThat(thing).containsOnlyKeys("id", member).containsEntry("id", 2L));
        assertRejected(
                query(list, "{\"query\":{\"filter\":{\"name\":[]}}}"), 400, "ValidationErrors", "filter.name is not");
        assertRejected(query(list, "{\"limit\":1}"), 400, "ValidationErrors", "body.limit is not allowed here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources", "countries", "platforms", "categories", "sourceTypes"})
    void aMissingBodyIsTheSameAsAnEmptyObject(String list) {
        Reply reply = caller.send("POST", "discovery/" + list, caller.jwt().sign(), null);
        assertThat(data(reply)).isNotEmpty();
    }

    @Test
    void dataSetsBelongToASource() {
        assertThat(get("permission-access/sample/datasets/420").json())
                .containsOnlyKeys("default", "diabetes")
                .containsEntry(
                        "default",
                        Map.of("name", "default", "description", "A year of laboratory results and medication"));
        assertThat(get("permission-access/sample/datasets/17").json()).isEmpty();
        assertRejected(get("permission-access/sample/datasets/9"), 404, "NotFound", "no source");
        assertRejected(get("permission-access/sample/datasets/x"), 400, "ValidationErrors", "whole number");
    }

    @Test
    void theDescriptionOfAContractHasACertificateOfItsKey() throws Exception {
        Map<String, ?> contract = get("permission-access/contract").json();
        assertThat(contract)
                .containsOnlyKeys(
                        "accessType",
                        "application",
                        "certificate",
                        "certificateContractSchemaVersion",
                        "expirationDate",
                        "id",
                        "partnerId",
                        "type");
        assertThat(contract.get("accessType")).isEqualTo("r");
        assertThat(contract.get("id")).isEqualTo("sandbox-contract");
        assertThat(object(contract.get("application")))
                .containsEntry("id", "sandbox-app")
                .containsEntry("status", 1L);

        byte[] pem = ((String) contract.get("certificate")).getBytes(US_ASCII);
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(sandbox.clock().instant().plusSeconds(1)));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=sandbox-contract");
        assertThat(certificate.getNotAfter().toInstant().toEpochMilli())
                .isEqualTo((long) contract.get("expirationDate") / 1000 * 1000);

        SandboxCaller push = new SandboxCaller(sandbox, sandbox.addContract("push", ContractKind.PUSH));
        assertThat(push.send("GET", "permission-access/contract", push.jwt().sign(), null)
                        .json())
                .containsEntry("accessType", "w");
    }

    @Test
    void noAccessTokenIsAccepted() {
        assertRejected(
                caller.post("discovery/countries", caller.jwt().claim("access_token", "a"), "{}"),
                400,
                "ValidationErrors",
                "claims.access_token is not allowed here");
        HttpRequest unsigned = HttpRequest.newBuilder(
                        sandbox.environment().baseUrl().resolve("permission-access/contract"))
                .build();
        assertRejected(SandboxCaller.exchange(unsigned), 400, "ValidationErrors", "Authorization is missing");
    }

    private Reply query(String list, String body) {
        return caller.post("discovery/" + list, caller.jwt(), body);
    }

    private Reply get(String path) {
        return caller.send("GET", path, caller.jwt().sign(), null);
    }

    private static List<Map<String, Object>> data(Reply reply) {
        return ((List<?>) reply.json().get("data"))
                .stream().map(DataCaller::object).toList();
    }
}
